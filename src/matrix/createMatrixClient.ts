import type * as z from 'zod/mini'
import { accountOf } from './account.js'
import {
  checkBaseUrl,
  checkIdentityServer,
  joinable,
  withIdentityServer,
  type IdentityServer,
  type MatrixClientOptions,
} from './clientOptions.js'
import { exchange, toError, type Post } from './exchange.js'
import { ownProperties } from './ownProperties.js'
import { toRequestTokenBody, type RequestTokenParameters, type SubmitTokenParameters } from './parameters.js'
import { PhoneVerificationError, type WireOperation } from './PhoneVerificationError.js'
import { PURPOSES, type Purpose } from './purposes.js'
import { isSuccess, read } from './readAnswer.js'
import {
  requestTokenResponseSchema,
  requestTokenSchema,
  submitTokenResponseSchema,
  submitTokenSchema,
} from './schemas.js'
import { checkSubmitUrl } from './submitUrl.js'
import type { Answer } from './transport.js'

/** What a requestToken call answers. */
export interface RequestTokenResult {
  /** The session ID, opaque. */
  sid: string
  /** Absolute URL for `submitToken`; absent where the person follows a link in the message instead. */
  submitUrl?: string | undefined
  /**
   * Where the server says it sent the SMS: the digits of an E.164 number, without its plus; Sydent only. Absent where a
   * server says anything but a number.
   */
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
  /** Whether plain http is good enough on a public network. */
  readonly allowInsecure: boolean
  /** Whether a person typed the server's name, and not the app chose it. */
  readonly isDiscovered: boolean
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
  return createClient(options, checkBaseUrl(options.baseUrl))
}

/**
 * The same for who must not throw, as a hook while it renders: for what is no URL, the client's calls fail with the kind
 * `invalid-homeserver`.
 */
export function createLenientClient(options: MatrixClientOptions): MatrixClient {
  try {
    return createMatrixClient(options)
  } catch {
    // A scheme that nobody speaks: what was given may become an address once a path stands behind it.
    return createClient(options, `invalid:${options.baseUrl}`)
  }
}

function createClient(options: MatrixClientOptions, baseUrl: string): MatrixClient {
  const given = ownProperties(options)
  const { accessToken, userId, allowSubmitUrl } = given
  const apiPath = joinable(given.apiPath ?? '/_matrix/client/v3')
  const identityServer = checkIdentityServer(given.identityServer)
  const now = given.now ?? Date.now
  const surroundings = {
    // Looked up at call time, so that a test's or a monitor's replacement counts; bound, or browsers throw.
    fetch: given.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    timeout: given.timeout ?? 70_000,
    allowInsecure: given.allowInsecure === true,
    now,
  }

  const requestToken = (purpose: Purpose): RequestToken => {
    const { operation, path } = PURPOSES[purpose]
    return async (parameters, options = {}) => {
      const asked = check(requestTokenSchema, withIdentityServer(parameters, identityServer), operation)
      const url = `${baseUrl}${apiPath}${path}`
      const { signal } = ownProperties(options)
      const answer = await ask({ operation, url, body: toRequestTokenBody(asked), signal })
      const { sid, submit_url, msisdn, intl_fmt } = accept(requestTokenResponseSchema, answer, operation)
      const submitUrl = submit_url && safeSubmitUrl(submit_url, operation)
      return {
        sid,
        ...(submitUrl !== undefined && { submitUrl }),
        ...(msisdn !== undefined && { msisdn }),
        ...(intl_fmt !== undefined && { intlFmt: intl_fmt }),
      }
    }
  }

  async function ask(post: Post): Promise<Answer> {
    const answer = await exchange(post, surroundings)
    if (!isSuccess(answer)) throw toError(post.operation, answer, now())
    return answer
  }

  function safeSubmitUrl(submitUrl: string, operation: WireOperation): string {
    const url = checkSubmitUrl(submitUrl, {
      baseUrl,
      allowInsecure: surroundings.allowInsecure,
      allow: allowSubmitUrl,
    })
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
    isDiscovered: given.isDiscovered === true,
    ...surroundings,
    requestTokenToRegisterMSISDN: requestToken('register'),
    requestTokenToResetPasswordMSISDN: requestToken('resetPassword'),
    requestTokenTo3PIDMSISDN: requestToken('addToAccount'),
    async submitToken(parameters, options = {}) {
      const operation = 'submitToken'
      const { submitUrl, sid, clientSecret, token } = check(submitTokenSchema, parameters, operation)
      const url = safeSubmitUrl(submitUrl, operation)
      const { signal } = ownProperties(options)
      const answer = await ask({ operation, url, body: { sid, client_secret: clientSecret, token }, signal })
      if (accept(submitTokenResponseSchema, answer, operation).success) return
      throw new PhoneVerificationError({
        kind: 'code-incorrect',
        operation,
        status: answer.status,
        message: `${operation} was refused: the code is not right.`,
      })
    },
  }
}

/** What a call was given, or the error that says which rule it breaks. */
function check<Output extends object>(
  schema: z.ZodMiniType<Output>,
  parameters: object,
  operation: WireOperation,
): Output {
  const reading = read(schema, parameters)
  if (reading.isRight) return reading.data
  const kind = /^(phoneNumber|country)$/.test(reading.field) ? 'invalid-number' : 'invalid-request'
  throw new PhoneVerificationError({
    kind,
    operation,
    message: `${operation} was not sent: ${reading.rule}.`,
  })
}

/** What a server answered, or the error for an answer that breaks the protocol. */
function accept<Output extends object>(
  schema: z.ZodMiniType<Output>,
  { status, body }: Answer,
  operation: WireOperation,
): Output {
  const reading = read(schema, body)
  if (reading.isRight) return reading.data
  const message = `${operation} got a bad answer (HTTP ${status}): ${reading.rule}.`
  throw new PhoneVerificationError({ kind: 'bad-response', operation, status, message })
}
