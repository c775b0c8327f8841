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
import { exchange } from './exchange.js'
import { ownProperties } from './ownProperties.js'
import { toRequestTokenBody, type RequestTokenParameters, type SubmitTokenParameters } from './parameters.js'
import { PhoneVerificationError, type WireOperation } from './PhoneVerificationError.js'
import { PURPOSES, type PurposeRules, type RequestTokenOperation } from './purposes.js'
import { read } from './readAnswer.js'
import {
  requestTokenResponseSchema,
  requestTokenSchema,
  submitTokenResponseSchema,
  submitTokenSchema,
} from './schemas.js'
import { checkSubmitUrl } from './submitUrl.js'
import type { Answer } from './transport.js'

/** The result of a requestToken call, which makes the server text a code. */
export interface RequestTokenResult {
  /** The session ID, opaque. */
  sid: string
  /** The absolute URL for `submitToken`; absent if the person follows a link in the SMS instead. */
  submitUrl?: string | undefined
  /**
   * The number that the server says it texted: the digits of an E.164 number, without the plus. Only Sydent sends it.
   * Absent if the server's value is not a number.
   */
  msisdn?: string | undefined
  /** The same number in international format. Only Sydent sends it. */
  intlFmt?: string | undefined
}

/** Options of a single call. */
export interface CallOptions {
  /** Aborts the call, which then rejects with the kind `timeout`. */
  signal?: AbortSignal | undefined
}

type RequestToken = (parameters: RequestTokenParameters, options?: CallOptions) => Promise<RequestTokenResult>

/** A client for one homeserver. Its calls reject with {@link PhoneVerificationError} only. */
export interface MatrixClient {
  /** The homeserver's base URL, without a trailing slash. */
  readonly baseUrl: string
  /** The prefix of the calls' paths, `/_matrix/client/v3` by default. */
  readonly apiPath: string
  /** The signed-in user's access token. The calls below never send it. */
  readonly accessToken: string | undefined
  /** The signed-in user's ID, if the app passed it. */
  readonly userId: string | undefined
  /**
   * Tells accounts apart: the user ID, else a fingerprint of the access token, from which the token cannot be
   * recovered; `undefined` if nobody is signed in.
   */
  readonly account: string | undefined
  /** The identity server that requestToken calls name, if there is one. */
  readonly identityServer: IdentityServer | undefined
  /** The `fetch` that every request uses. */
  readonly fetch: typeof fetch
  /** Milliseconds after which a request is aborted. */
  readonly timeout: number
  /** Whether plain http is allowed on a public network. */
  readonly allowInsecure: boolean
  /** Whether a person typed the server's name, instead of the app choosing the server. */
  readonly isDiscovered: boolean
  /** The clock, in epoch milliseconds. */
  readonly now: () => number
  /** `POST {apiPath}/register/msisdn/requestToken` (client-server API v1.18). */
  requestTokenToRegisterMSISDN: RequestToken
  /** `POST {apiPath}/account/password/msisdn/requestToken` (client-server API v1.18). */
  requestTokenToResetPasswordMSISDN: RequestToken
  /** `POST {apiPath}/account/3pid/msisdn/requestToken` (client-server API v1.18). */
  requestTokenTo3PIDMSISDN: RequestToken
  /** Sends the code to the `submit_url`; resolves when the server accepts it (identity service API v1.18). */
  submitToken: (parameters: SubmitTokenParameters, options?: CallOptions) => Promise<void>
}

/**
 * Creates a client for the calls that verify a phone number.
 *
 * @throws TypeError if `baseUrl` is not an http(s) URL or `identityServer` is incomplete.
 * @example
 * const client = createMatrixClient({ baseUrl: 'https://matrix.example.org' })
 */
export function createMatrixClient(options: MatrixClientOptions): MatrixClient {
  return createClient(options, checkBaseUrl(options.baseUrl))
}

/**
 * Like {@link createMatrixClient}, for callers that must not throw on a bad URL, such as a hook during a render. The
 * calls of the client then fail with the kind `invalid-homeserver`.
 */
export function createLenientClient(options: MatrixClientOptions): MatrixClient {
  try {
    return createMatrixClient(options)
  } catch {
    // The unknown scheme keeps the address invalid. The bare text might become a valid URL once a path is appended.
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
    // `fetch` is looked up at call time, so that a replacement by a test or a monitoring tool takes effect. It is
    // called on `globalThis`, because browsers throw otherwise.
    fetch: given.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    timeout: given.timeout ?? 70_000,
    allowInsecure: given.allowInsecure === true,
    now,
  }

  const requestToken = ({ operation, path }: PurposeRules): RequestToken => {
    return async (parameters, options = {}) => {
      const asked = check(requestTokenSchema, withIdentityServer(parameters, identityServer), operation)
      const url = `${baseUrl}${apiPath}${path}`
      const { signal } = ownProperties(options)
      const answer = await exchange({ operation, url, body: toRequestTokenBody(asked), signal }, surroundings)
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

  const calls = Object.values(PURPOSES).map((rules) => [rules.operation, requestToken(rules)])

  return {
    baseUrl,
    apiPath,
    accessToken,
    userId,
    account: accountOf({ userId, accessToken }),
    identityServer,
    isDiscovered: given.isDiscovered === true,
    ...surroundings,
    // Each purpose has one call.
    ...(Object.fromEntries(calls) as Record<RequestTokenOperation, RequestToken>),
    async submitToken(parameters, options = {}) {
      const operation = 'submitToken'
      const { submitUrl, sid, clientSecret, token } = check(submitTokenSchema, parameters, operation)
      const url = safeSubmitUrl(submitUrl, operation)
      const { signal } = ownProperties(options)
      const body = { sid, client_secret: clientSecret, token }
      const answer = await exchange({ operation, url, body, signal }, surroundings)
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

/** Returns the checked parameters, or throws an error that names the rule they break. */
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

/** Returns the checked body of a response, or throws an error if it breaks the protocol. */
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
