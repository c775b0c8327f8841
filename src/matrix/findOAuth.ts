import * as z from 'zod/mini'
import { callHomeserver } from './callHomeserver.js'
import type { CallOptions, MatrixClient } from './createMatrixClient.js'
import { isSafeLink } from './links.js'
import { ownProperties } from './ownProperties.js'
import { read } from './readAnswer.js'
import { lenient } from './schemas.js'

const text = z.string().check(z.minLength(1))
const flag = lenient(z.boolean())

const loginSchema = z.object({
  flows: lenient(
    z.array(
      z.object({
        oauth_aware_preferred: flag,
        delegated_oidc_compatibility: flag,
        'org.matrix.msc3824.delegated_oidc_compatibility': flag,
      }),
    ),
  ),
})

const metadataSchema = z.object({ issuer: lenient(text), account_management_uri: lenient(text) })

const authentication = lenient(z.object({ issuer: text, account: lenient(text) }))
const wellKnownSchema = z.object({
  'm.authentication': authentication,
  'org.matrix.msc2965.authentication': authentication,
})

const versionsSchema = z.object({ versions: z.array(text).check(z.minLength(1)) })

/** What is known about the OAuth server that manages a homeserver's accounts. */
interface OAuthServer {
  accountUrl?: string | undefined
}

/**
 * Whether the homeserver prefers OAuth even if it also has the older API: `oauth_aware_preferred` of the `m.login.sso`
 * flow (client-server API v1.18, "OAuth 2.0 API"), under its stable name or the older ones.
 */
export async function prefersOAuth(client: MatrixClient, { signal }: CallOptions): Promise<boolean> {
  const { flows = [] } = await get(client, `${client.baseUrl}${client.apiPath}/login`, loginSchema, signal)
  return flows.some((flow) => Object.values(flow).includes(true))
}

/**
 * The OAuth server that manages the accounts; `null` if there is none. Only the homeserver is asked: for
 * `auth_metadata` (client-server API v1.15), for its predecessor, then for the `m.authentication` that some servers
 * put in `.well-known`.
 */
export async function findOAuth(client: MatrixClient, { signal }: CallOptions): Promise<OAuthServer | null> {
  const { baseUrl } = client
  const root = `${baseUrl}${apiRoot(client)}`
  for (const path of ['/v1/auth_metadata', '/unstable/org.matrix.msc2965/auth_metadata']) {
    const metadata = await get(client, root + path, metadataSchema, signal)
    if (metadata.issuer !== undefined) return toOAuthServer(metadata.account_management_uri)
  }
  const wellKnown = await get(client, `${baseUrl}/.well-known/matrix/client`, wellKnownSchema, signal)
  const found = wellKnown['m.authentication'] ?? wellKnown['org.matrix.msc2965.authentication']
  return found === undefined ? null : toOAuthServer(ownProperties(found).account)
}

/** Whether a homeserver responds at this address: its `/versions` lists at least one version. */
export async function isHomeserver(client: MatrixClient, { signal }: CallOptions): Promise<boolean> {
  const { versions } = await get(
    client,
    `${client.baseUrl}${apiRoot(client)}/versions`,
    versionsSchema,
    signal,
  )
  return versions !== undefined
}

/** The API's path without its version: `/_matrix/client` for `/_matrix/client/v3`. */
function apiRoot({ apiPath }: MatrixClient): string {
  return apiPath.slice(0, apiPath.lastIndexOf('/'))
}

/** The app shows the account's page as a link, so only a safe URL is kept. */
function toOAuthServer(accountUrl: string | undefined): OAuthServer {
  return accountUrl !== undefined && isSafeLink(accountUrl) ? { accountUrl: new URL(accountUrl).href } : {}
}

/** The homeserver's response, checked with the schema; empty if the request fails or the response does not match. */
async function get<Output extends object>(
  client: MatrixClient,
  url: string,
  schema: z.ZodMiniType<Output>,
  signal: AbortSignal | undefined,
): Promise<Partial<Output>> {
  const answer = await callHomeserver(client, { method: 'GET', url, signal })
  if (typeof answer === 'string' || answer.status !== 200) return {}
  const reading = read(schema, answer.body)
  return reading.isRight ? reading.data : {}
}
