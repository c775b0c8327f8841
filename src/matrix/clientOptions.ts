import { ownProperties } from './ownProperties.js'
import type { RequestTokenParameters } from './parameters.js'
import { isWeb, parseUrl, withoutSlashes } from './parseUrl.js'
import { read } from './readAnswer.js'
import { identityServerSchema } from './schemas.js'

/**
 * An identity server that verifies the number for the homeserver. Deprecated in the specification for `/register` and
 * `/account/password` (client-server API v1.18).
 */
export interface IdentityServer {
  /** Host and optional port. */
  idServer: string
  /** The access token for it. It goes into the requestToken call and is never stored. */
  idAccessToken: string
}

/** Options of {@link createMatrixClient}. */
export interface MatrixClientOptions {
  /** The base URL of the homeserver's client-server API, e.g. `https://matrix.example.org`. It may have a path. */
  baseUrl: string
  /** The prefix of the API's paths. @default '/_matrix/client/v3' */
  apiPath?: string | undefined
  /**
   * Sent only with calls for which the specification requires it, never with a requestToken call or to a `submit_url`.
   */
  accessToken?: string | undefined
  /**
   * The signed-in user, `@alice:matrix.example.org`. A flow that adds a number belongs to this account: the next
   * person to sign in neither sees nor uses it. @default accounts are told apart by their access tokens
   */
  userId?: string | undefined
  /** Used instead of the platform's `fetch`. */
  fetch?: typeof fetch | undefined
  /**
   * Milliseconds after which a call rejects with the kind `timeout`; a homeserver waits 60 s for its SMS delegate.
   * @default 70_000
   */
  timeout?: number | undefined
  /** The identity server to name in requestToken calls, as `id_server` and `id_access_token`. */
  identityServer?: IdentityServer | undefined
  /**
   * Decides whether a code may be sent to a `submit_url` that passed the library's own checks. Only `true` allows it;
   * a promise, for example, does not. @default all are allowed
   */
  allowSubmitUrl?: ((url: URL) => boolean) | undefined
  /**
   * Allows plain http to a homeserver on a public network, where everybody on the way can read tokens, passwords and
   * codes. For development only. This machine and private networks need no permission. @default false
   */
  allowInsecure?: boolean | undefined
  /**
   * Whether a person typed the server's name, as reported by `discoverHomeserver`. A code is then submitted only when
   * the person does so. @default false
   */
  isDiscovered?: boolean | undefined
  /** The clock, in epoch milliseconds. @default Date.now */
  now?: (() => number) | undefined
}

/**
 * Adds the client's identity server, unless the call names its own. The client's token must not reach another server.
 */
export function withIdentityServer(
  parameters: RequestTokenParameters,
  identityServer: IdentityServer | undefined,
): RequestTokenParameters {
  const given = ownProperties(parameters)
  const isNamed = given.idServer !== undefined || given.idAccessToken !== undefined
  return { ...given, ...(!isNamed && identityServer) }
}

/** The path with one leading slash and no trailing slashes; an empty path stays empty. */
export function joinable(path: string): string {
  let start = 0
  while (path[start] === '/') start += 1
  const trimmed = withoutSlashes(path.slice(start))
  return trimmed === '' ? '' : `/${trimmed}`
}

/** The URL without a trailing slash. Throws if it is not http or https. */
export function checkBaseUrl(baseUrl: string): string {
  const url = parseUrl(baseUrl)
  if (url === null || !isWeb(url)) {
    throw new TypeError('baseUrl must be an absolute http or https URL.')
  }
  return `${url.origin}${withoutSlashes(url.pathname)}`
}

/** Throws if a field is missing or empty: callers without TypeScript get no type error. */
export function checkIdentityServer(identityServer: IdentityServer | undefined): IdentityServer | undefined {
  if (identityServer === undefined) return undefined
  const reading = read(identityServerSchema, identityServer)
  if (!reading.isRight) throw new TypeError(`identityServer: ${reading.rule}.`)
  return { ...reading.data }
}
