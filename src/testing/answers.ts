/** What the server answers, before it becomes a `Response`. */
export interface SimulatedAnswer {
  /** HTTP status. */
  status: number
  /** Sent as JSON; a string is sent as it is, as `text/html`; `undefined` is an empty body. */
  body?: unknown
  /** Further headers; they win over those the server sets itself. */
  headers?: Readonly<Record<string, string>> | undefined
}

/** Thrown by a check, to end the handling of a request with an answer. */
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

/** A page, as a proxy in front of a homeserver answers. */
export function htmlPage(status: number, title: string): SimulatedAnswer {
  return { status, body: `<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>` }
}

/** Whether a page of another origin is kept from reading the answer, which its `fetch` then rejects. */
export function isUnreadable({ headers }: Response): boolean {
  return !headers.has('Access-Control-Allow-Origin')
}

/** What `fetch` rejects with when there is no connection, in Chromium's words. */
export function connectionFailure(): TypeError {
  return new TypeError('Failed to fetch')
}

/** The specification's "Web Browser Clients" headers, with what Synapse exposes: `Retry-After` is not in it. */
const CORS_HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, HEAD, POST, PUT, DELETE, OPTIONS',
  'Access-Control-Allow-Headers': 'X-Requested-With, Content-Type, Authorization, Date',
  'Access-Control-Expose-Headers': 'Synapse-Trace-Id, Server',
}

/** Makes the answer a `Response` that a page on any origin may read, or its own alone. */
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
