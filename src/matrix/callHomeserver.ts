import type { MatrixClient } from './createMatrixClient.js'
import { request, type Answer, type NoAnswer } from './transport.js'

/** One call of the client-server API. */
interface HomeserverCall {
  method: 'GET' | 'POST'
  url: string
  /** Sent as JSON, without members that are `undefined`. */
  body?: Record<string, unknown> | undefined
  /** Sent as a bearer token, if the specification requires one. */
  accessToken?: string | undefined
  signal?: AbortSignal | undefined
  /** What to do about a redirect. @default 'manual' */
  redirect?: RequestRedirect
}

/** Makes one call. It never rejects. */
export function callHomeserver(
  client: Pick<MatrixClient, 'fetch' | 'timeout' | 'allowInsecure'>,
  { method, url, body, accessToken, signal, redirect = 'manual' }: HomeserverCall,
): Promise<Answer | NoAnswer> {
  const headers = {
    ...(body !== undefined && { 'Content-Type': 'application/json' }),
    // Treat an empty access token as absent.
    ...(accessToken && { Authorization: `Bearer ${accessToken}` }),
  }
  const json = body === undefined ? null : JSON.stringify(body)
  return request(url, { method, headers, body: json, redirect }, signal, client)
}
