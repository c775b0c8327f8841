import type { MatrixClient } from './createMatrixClient.js'
import { ERRCODE, request, textOf, type Answer, type NoAnswer } from './transport.js'

/** One call of the client-server API. */
export interface HomeserverCall {
  method: 'GET' | 'POST'
  url: string
  /** Sent as JSON; what is `undefined` in it stays out. */
  body?: Record<string, unknown> | undefined
  /** Sent as a bearer token, where the specification wants one. */
  accessToken?: string | undefined
  signal?: AbortSignal | undefined
}

/** Makes one call. It never rejects. */
export function callHomeserver(
  client: Pick<MatrixClient, 'fetch' | 'timeout'>,
  { method, url, body, accessToken, signal }: HomeserverCall,
): Promise<Answer | NoAnswer> {
  const headers = {
    ...(body !== undefined && { 'Content-Type': 'application/json' }),
    ...(accessToken !== undefined && { Authorization: `Bearer ${accessToken}` }),
  }
  const json = body === undefined ? null : JSON.stringify(body)
  return request(url, { method, headers, body: json }, signal, client)
}

/** The members of an object; none of anything else. */
export function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

/** The errcode of an answer, if it is of the usual shape. */
export function errcodeOf({ body }: Answer): string | undefined {
  const errcode = textOf(body['errcode'])
  return ERRCODE.test(errcode ?? '') ? errcode : undefined
}
