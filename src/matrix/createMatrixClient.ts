import { accountOf } from './account.js'
import {
  checkBaseUrl,
  checkIdentityServer,
  joinable,
  withIdentityServer,
  type IdentityServer,
  type MatrixClientOptions,
} from './clientOptions.js'
import { badResponse, exchange, toError, type Post } from './exchange.js'
import {
  findBrokenRule,
  requestTokenFields,
  requestTokenOptions,
  requestTokenResponseFields,
  requestTokenResponseOptions,
  submitTokenFields,
  submitTokenResponseFields,
  toRequestTokenBody,
  type RequestTokenParameters,
  type SubmitTokenParameters,
} from './fields.js'
import { PhoneVerificationError, type WireOperation } from './PhoneVerificationError.js'
import { PURPOSES, type Purpose } from './purposes.js'
import { isSuccess, textOf } from './readAnswer.js'
import { checkSubmitUrl } from './submitUrl.js'
import type { Answer } from './transport.js'

/** What a requestToken call answers. */
export interface RequestTokenResult {
  /** The session ID, opaque. */
  sid: string
  /** Absolute URL for `submitToken`; absent where the person follows a link in the message instead. */
  submitUrl?: string | undefined
  /** Where the server says it sent the SMS: the digits of an E.164 number, without its plus; Sydent only. */
  msisdn?: string | undefined
  /** The same in international format; Sydent only. */
  intlFmt?: string | undefined
}

/** Options of a single call. */
export interface CallOptions {
  /** Gives the call up, which then rejects with the kind `timeout`. */
  signal?: AbortSignal | undefined
}

type RequestToken = (parameters: RequestTokenParameters, options?: CallOptions) => Promise<RequestTokenResult>

/** A homeserver as this library speaks to it. Every call rejects with {@link PhoneVerificationError} only. */
export interface MatrixClient {
  /** Without a slash at its end. */
  readonly baseUrl: string
  /** What stands before the paths of the calls, `/_matrix/client/v3`. */
  readonly apiPath: string
  /** Of the person who is signed in; never sent with a call below. */
  readonly accessToken: string | undefined
  /** Of the same person, if the app says so. */
  readonly userId: string | undefined
  /**
   * Tells accounts apart: the user ID, else a fingerprint of the access token, which does not lead back to it;
   * `undefined` where nobody is signed in.
   */
  readonly account: string | undefined
  /** Named in every requestToken call, if there is one. */
  readonly identityServer: IdentityServer | undefined
  /** What every request goes through. */
  readonly fetch: typeof fetch
  /** Milliseconds until a request is given up. */
  readonly timeout: number
  /** The clock, in epoch milliseconds. */
  readonly now: () => number
  /** `POST {apiPath}/register/msisdn/requestToken` (client-server API v1.18). */
  requestTokenToRegisterMSISDN: RequestToken
  /** `POST {apiPath}/account/password/msisdn/requestToken` (client-server API v1.18). */
  requestTokenToResetPasswordMSISDN: RequestToken
  /** `POST {apiPath}/account/3pid/msisdn/requestToken` (client-server API v1.18). */
  requestTokenTo3PIDMSISDN: RequestToken
  /** Sends the code to the `submit_url`; resolves when the server took it (identity service API v1.18). */
  submitToken: (parameters: SubmitTokenParameters, options?: CallOptions) => Promise<void>
}

/**
 * Makes a client for the calls with which a phone number is verified.
 *
 * @throws TypeError if `baseUrl` is no http(s) URL or `identityServer` is incomplete.
 * @example
 * const client = createMatrixClient({ baseUrl: 'https://matrix.example.org' })
 */
export function createMatrixClient(options: MatrixClientOptions): MatrixClient {
  const { accessToken, userId, identityServer, allowSubmitUrl } = options
  const baseUrl = checkBaseUrl(options.baseUrl)
  const apiPath = joinable(options.apiPath ?? '/_matrix/client/v3')
  checkIdentityServer(identityServer)
  const now = options.now ?? Date.now
  const surroundings = {
    // Looked up at call time, so that a test's or a monitor's replacement counts; bound, or browsers throw.
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    timeout: options.timeout ?? 70_000,
    now,
  }

  const requestToken = (purpose: Purpose): RequestToken => {
    const { operation, path } = PURPOSES[purpose]
    return async (parameters, { signal } = {}) => {
      const all = withIdentityServer(parameters, identityServer)
      check(findBrokenRule(all, requestTokenFields, requestTokenOptions), operation)
      const url = `${baseUrl}${apiPath}${path}`
      const answer = await ask({ operation, url, body: toRequestTokenBody(all), signal })
      const { body } = answer
      const broken = findBrokenRule(body, requestTokenResponseFields, requestTokenResponseOptions)
      if (broken !== null) throw badResponse(operation, answer, broken.rule)
      const [sid = '', submitUrl, msisdn, intlFmt] = ['sid', 'submit_url', 'msisdn', 'intl_fmt'].map((key) =>
        textOf(body[key]),
      )
      return {
        sid,
        ...(submitUrl !== undefined && { submitUrl: safeSubmitUrl(submitUrl, operation) }),
        ...(msisdn !== undefined && { msisdn }),
        ...(intlFmt !== undefined && { intlFmt }),
      }
    }
  }

  async function ask(post: Post): Promise<Answer> {
    const answer = await exchange(post, surroundings)
    if (!isSuccess(answer)) throw toError(post.operation, answer, now())
    return answer
  }

  function safeSubmitUrl(submitUrl: string, operation: WireOperation): string {
    const url = checkSubmitUrl(submitUrl, baseUrl, allowSubmitUrl)
    if (url instanceof URL) return url.href
    const message = `${operation}: no code goes to the server's submit_url because ${url}.`
    throw new PhoneVerificationError({ kind: 'unsafe-submit-url', operation, message })
  }

  return {
    baseUrl,
    apiPath,
    accessToken,
    userId,
    account: accountOf({ userId, accessToken }),
    identityServer,
    ...surroundings,
    requestTokenToRegisterMSISDN: requestToken('register'),
    requestTokenToResetPasswordMSISDN: requestToken('resetPassword'),
    requestTokenTo3PIDMSISDN: requestToken('addToAccount'),
    async submitToken(parameters, { signal } = {}) {
      const operation = 'submitToken'
      check(findBrokenRule({ ...parameters }, submitTokenFields), operation)
      const { submitUrl, sid, clientSecret, token } = parameters
      const url = safeSubmitUrl(submitUrl, operation)
      const answer = await ask({ operation, url, body: { sid, client_secret: clientSecret, token }, signal })
      const { body } = answer
      const broken = findBrokenRule(body, submitTokenResponseFields)
      if (broken !== null) throw badResponse(operation, answer, broken.rule)
      if (body['success'] === true) return
      throw new PhoneVerificationError({
        kind: 'code-incorrect',
        operation,
        status: answer.status,
        message: `${operation} was refused: the code is not right.`,
      })
    },
  }
}

function check(broken: ReturnType<typeof findBrokenRule>, operation: WireOperation): void {
  if (broken === null) return
  const kind = /^(phoneNumber|country)$/.test(broken.field) ? 'invalid-number' : 'invalid-request'
  throw new PhoneVerificationError({ kind, operation, message: `${operation} was not sent: ${broken.rule}.` })
}
