import { ownProperties } from './ownProperties.js'
import type { RequestTokenParameters } from './parameters.js'
import { isWeb, parseUrl, withoutSlashes } from './parseUrl.js'
import { read } from './readAnswer.js'
import { identityServerSchema } from './schemas.js'

/**
 * An identity server that a homeserver is to verify through; deprecated in the specification for `/register` and
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
  /** Where the homeserver's client-server API is, e.g. `https://matrix.example.org`; may have a path. */
  baseUrl: string
  /** The prefix of the API's paths. @default '/_matrix/client/v3' */
  apiPath?: string | undefined
  /** Goes only where the specification wants one, never with a requestToken call or to a `submit_url`. */
  accessToken?: string | undefined
  /**
   * Who is signed in, `@alice:matrix.example.org`. A number that is being added belongs to this account: nobody who signs
   * in afterwards sees or uses it. @default told apart by the access token
   */
  userId?: string | undefined
  /** Stands in for the platform's `fetch`. */
  fetch?: typeof fetch | undefined
  /**
   * Milliseconds after which a call rejects with the kind `timeout`; a homeserver waits 60 s for its SMS delegate.
   * @default 70_000
   */
  timeout?: number | undefined
  /** Sends `id_server` and `id_access_token`. */
  identityServer?: IdentityServer | undefined
  /**
   * Says whether a code may be sent to a `submit_url` that our own checks let through. Only `true` is yes: a promise, for
   * example, is not. @default every one
   */
  allowSubmitUrl?: ((url: URL) => boolean) | undefined
  /**
   * Lets a homeserver on a public network be spoken to over plain http, where everybody on the way reads tokens,
   * passwords and codes. For development only: this machine and private networks need no permission. @default false
   */
  allowInsecure?: boolean | undefined
  /**
   * Whether a person typed the server's name, as `discoverHomeserver` says. A code is then never submitted there without
   * the person. @default false
   */
  isDiscovered?: boolean | undefined
  /** The clock, in epoch milliseconds. @default Date.now */
  now?: (() => number) | undefined
}

/** A call that names an identity server itself gets nothing of the client's, above all not its token. */
export function withIdentityServer(
  parameters: RequestTokenParameters,
  identityServer: IdentityServer | undefined,
): RequestTokenParameters {
  const given = ownProperties(parameters)
  const isNamed = given.idServer !== undefined || given.idAccessToken !== undefined
  return { ...given, ...(!isNamed && identityServer) }
}

/** A path with one slash before it and none behind; no path at all stays nothing. */
export function joinable(path: string): string {
  let start = 0
  while (path[start] === '/') start += 1
  const trimmed = withoutSlashes(path.slice(start))
  return trimmed === '' ? '' : `/${trimmed}`
}

/** The URL without a slash at its end. */
export function checkBaseUrl(baseUrl: string): string {
  const url = parseUrl(baseUrl)
  if (url === null || !isWeb(url)) {
    throw new TypeError('baseUrl must be an absolute http or https URL.')
  }
  return `${url.origin}${withoutSlashes(url.pathname)}`
}

/** Refuses one field without the other, which types cannot do for everybody. */
export function checkIdentityServer(identityServer: IdentityServer | undefined): IdentityServer | undefined {
  if (identityServer === undefined) return undefined
  const reading = read(identityServerSchema, identityServer)
  if (!reading.isRight) throw new TypeError(`identityServer: ${reading.rule}.`)
  return { ...reading.data }
}
