import { connectionFailure, isUnreadable } from './answers.js'

/** The fetch standard's. */
const MAX_REDIRECTS = 20

type Handle = (request: Request, signal: AbortSignal) => Promise<Response>

/**
 * The `fetch` of a page of another origin, which reaches `handle` and no network. It makes no preflights, it follows redirects, refuses them or hands them out as the
 * request says, and rejects with the signal's reason when aborted.
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
    // The signal stays out of the Request: under jsdom it is of another kind than the one Node's Request takes.
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
