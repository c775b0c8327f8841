import type { SimulatedOperation } from './operations.js'

/** A request as the client sent it, whether or not it got a response. */
export interface RecordedRequest {
  readonly method: string
  /** The absolute URL. */
  readonly url: string
  /** The path, without host and query. */
  readonly path: string
  /** `undefined` for a path that the homeserver does not know. */
  readonly operation: SimulatedOperation | undefined
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** The parsed JSON; other text unchanged; `undefined` without a body. */
  readonly body: unknown
  /** How `fetch` was told to treat cookies, the referrer and redirects. */
  readonly credentials: RequestCredentials
  readonly referrerPolicy: ReferrerPolicy
  readonly redirect: RequestRedirect
  /** Epoch milliseconds on the server's clock. */
  readonly at: number
}

/** Records a request. */
export function recordRequest(
  request: Request,
  text: string,
  operation: SimulatedOperation | undefined,
  at: number,
): RecordedRequest {
  const { method, url, credentials, referrerPolicy, redirect } = request
  return {
    method,
    url,
    path: new URL(url).pathname,
    operation,
    headers: Object.fromEntries(request.headers),
    body: parseBody(text),
    credentials,
    referrerPolicy,
    redirect,
    at,
  }
}

function parseBody(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}
