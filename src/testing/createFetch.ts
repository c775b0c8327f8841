import { connectionFailure, isUnreadable } from './answers.js'

/** The limit of the fetch standard. */
const MAX_REDIRECTS = 20

type Handle = (request: Request, signal: AbortSignal) => Promise<Response>

/**
 * A `fetch` like that of a page of another origin, which calls `handle` and uses no network. It makes no preflights.
 * It follows redirects, rejects on them or returns them, as the request says. When aborted, it rejects with the
 * signal's reason.
 */
export function createFetch(handle: Handle): typeof globalThis.fetch {
  const send = async (request: Request, signal: AbortSignal, redirects = 0): Promise<Response> => {
    const response = await handle(request, signal)
    if (isUnreadable(response)) throw connectionFailure()
    const location = response.headers.get('Location')
    if (response.status < 300 || response.status > 399 || location === null) return response
    if (request.redirect === 'error' || redirects === MAX_REDIRECTS) throw connectionFailure()
    if (request.redirect === 'manual') return response
    return send(redirect(request, response.status, location), signal, redirects + 1)
  }
  return async (input, init) => {
    // The signal is not passed to the Request: under jsdom its class differs from the one that Node's Request accepts.
    const { signal, ...options } = init ?? {}
    const request = new Request(input, options)
    return send(request, signal ?? request.signal)
  }
}

/** The fetch standard turns POST into GET for 301 and 302, and everything for 303. */
function redirect(request: Request, status: number, location: string): Request {
  const url = new URL(location, request.url)
  return status > 303 ? new Request(url, request) : new Request(url, { headers: request.headers })
}
