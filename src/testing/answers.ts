/** The server's response, before it becomes a `Response`. */
export interface SimulatedAnswer {
  /** HTTP status. */
  status: number
  /** Sent as JSON; a string is sent unchanged, as `text/html`; `undefined` is an empty body. */
  body?: unknown
  /** Additional headers. They override those that the server sets itself. */
  headers?: Readonly<Record<string, string>> | undefined
}

/** Thrown by a check, to end a request with a response. */
export class Refused extends Error {
  override name = 'Refused'
  readonly answer: SimulatedAnswer

  constructor(answer: SimulatedAnswer) {
    super(`the simulated homeserver answers ${answer.status}`)
    this.answer = answer
  }
}

/** The specification's standard error response (client-server API, "Standard error response"). */
export function matrixError(
  status: number,
  errcode: string,
  error: string,
  extra: Readonly<Record<string, unknown>> = {},
): SimulatedAnswer {
  return { status, body: { ...extra, errcode, error } }
}

/** An HTML page, such as a proxy in front of a homeserver sends. */
export function htmlPage(status: number, title: string): SimulatedAnswer {
  return { status, body: `<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>` }
}

/** Whether a page of another origin may not read the response. Its `fetch` then rejects. */
export function isUnreadable({ headers }: Response): boolean {
  return !headers.has('Access-Control-Allow-Origin')
}

/** What `fetch` rejects with when there is no connection, in Chromium's words. */
export function connectionFailure(): TypeError {
  return new TypeError('Failed to fetch')
}

/**
 * The specification's "Web Browser Clients" headers, and those that Synapse exposes, which do not include
 * `Retry-After`.
 */
const CORS_HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, HEAD, POST, PUT, DELETE, OPTIONS',
  'Access-Control-Allow-Headers': 'X-Requested-With, Content-Type, Authorization, Date',
  'Access-Control-Expose-Headers': 'Synapse-Trace-Id, Server',
}

/**
 * Converts the answer to a `Response` that a page of any origin may read, or without CORS only one of the same origin.
 */
export function toResponse({ status, body, headers }: SimulatedAnswer, hasCors = true): Response {
  const isText = typeof body === 'string'
  const text = isText ? body : body === undefined ? null : JSON.stringify(body)
  return new Response(status === 204 || status === 304 ? null : text, {
    status,
    headers: {
      ...(hasCors && CORS_HEADERS),
      ...(text !== null && { 'Content-Type': isText ? 'text/html; charset=utf-8' : 'application/json' }),
      ...headers,
    },
  })
}
