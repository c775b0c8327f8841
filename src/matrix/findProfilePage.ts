import type { CallOptions, MatrixClient } from './createMatrixClient.js'
import { isSafeLink } from './links.js'
import { parseUrl } from './parseUrl.js'
import { request } from './transport.js'

/**
 * The page on which a person manages their account and contact details, if an OAuth server manages the homeserver's
 * accounts: the account's page with the action `org.matrix.profile` (client-server API v1.18, "OAuth 2.0 account
 * management"). `null` if there is none.
 */
export async function findProfilePage(client: MatrixClient, { signal }: CallOptions): Promise<string | null> {
  const { baseUrl, apiPath } = client
  const url = `${baseUrl}${apiPath.slice(0, apiPath.lastIndexOf('/'))}/v1/auth_metadata`
  const answer = await request(url, { method: 'GET', headers: {}, body: null }, signal, client)
  const page = typeof answer === 'string' ? null : parseUrl(String(answer.body['account_management_uri']))
  if (page === null || !isSafeLink(page.href)) return null
  page.searchParams.set('action', 'org.matrix.profile')
  return page.href
}
