import { callHomeserver } from './callHomeserver.js'
import type { CallOptions, MatrixClient } from './createMatrixClient.js'
import { isWeb, parseUrl } from './parseUrl.js'
import { objectOf, textOf } from './readAnswer.js'
import type { Answer } from './transport.js'

/** What is known of the OAuth server that keeps a homeserver's accounts. */
interface OAuthServer {
  accountUrl?: string | undefined
}

/**
 * Whether the homeserver prefers OAuth although it has the older API too: `oauth_aware_preferred` of the
 * `m.login.sso` flow (client-server API v1.18, "OAuth 2.0 API"), under its stable name or the older ones.
 */
export async function prefersOAuth(client: MatrixClient, { signal }: CallOptions): Promise<boolean> {
  const answer = await get(client, `${client.baseUrl}${client.apiPath}/login`, signal)
  const flows: unknown = answer?.body['flows']
  return Array.isArray(flows) && flows.map(objectOf).some(isOAuthFlow)
}

function isOAuthFlow(flow: Record<string, unknown>): boolean {
  return [
    'oauth_aware_preferred',
    'delegated_oidc_compatibility',
    'org.matrix.msc3824.delegated_oidc_compatibility',
  ].some((name) => flow[name] === true)
}

/**
 * The OAuth server that keeps the accounts; `null` if there is none. Asked of the homeserver alone: `auth_metadata`
 * (client-server API v1.15), its predecessor, then the `m.authentication` of `.well-known` that some serve.
 */
export async function findOAuth(client: MatrixClient, { signal }: CallOptions): Promise<OAuthServer | null> {
  const { baseUrl } = client
  const root = `${baseUrl}${apiRoot(client)}`
  for (const path of ['/v1/auth_metadata', '/unstable/org.matrix.msc2965/auth_metadata']) {
    const metadata = (await get(client, root + path, signal))?.body ?? {}
    if (isFilled(metadata['issuer'])) return toOAuthServer(metadata['account_management_uri'])
  }
  const wellKnown = (await get(client, `${baseUrl}/.well-known/matrix/client`, signal))?.body
  for (const name of ['m.authentication', 'org.matrix.msc2965.authentication']) {
    const { issuer, account } = objectOf(wellKnown?.[name])
    if (isFilled(issuer)) return toOAuthServer(account)
  }
  return null
}

/** Whether a homeserver is there at all: its `/versions` name at least one. */
export async function isHomeserver(client: MatrixClient, { signal }: CallOptions): Promise<boolean> {
  const answer = await get(client, `${client.baseUrl}${apiRoot(client)}/versions`, signal)
  const versions: unknown = answer?.body['versions']
  return Array.isArray(versions) && versions.some(isFilled)
}

/** `/_matrix/client` of `/_matrix/client/v3`: what is not versioned stands there. */
function apiRoot({ apiPath }: MatrixClient): string {
  return apiPath.slice(0, apiPath.lastIndexOf('/'))
}

/** The account's page becomes a link in an app, so nothing but a web page counts. */
function toOAuthServer(account: unknown): OAuthServer {
  const url = parseUrl(textOf(account) ?? '')
  return url !== null && isWeb(url) ? { accountUrl: url.href } : {}
}

function isFilled(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}

async function get(
  client: MatrixClient,
  url: string,
  signal: AbortSignal | undefined,
): Promise<Answer | null> {
  const answer = await callHomeserver(client, { method: 'GET', url, signal })
  return typeof answer === 'string' || answer.status !== 200 ? null : answer
}
