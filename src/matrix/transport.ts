/** What an exchange with a server needs from the client that holds it. */
export interface Surroundings {
  fetch: typeof fetch
  /** Milliseconds until an exchange is given up. */
  timeout: number
}

/** An answer that was read whole. */
export interface Answer {
  status: number
  headers: Headers
  /** The members of a JSON object; none of anything else. */
  body: Record<string, unknown>
  /** Whether the body was a JSON object, and not a page of a proxy or a captive portal. */
  isObject: boolean
}

/** Why no answer came. A request that was given up counts as timed out. */
export type NoAnswer = 'offline' | 'timeout'

/** The longest that a timer runs; one set for longer fires at once. */
const LONGEST_TIMER = 2 ** 31 - 1

/** Makes one request without cookies, follows no redirect, reads the answer whole, and never rejects. */
export async function request(
  url: string,
  init: Pick<RequestInit, 'method' | 'headers' | 'body'>,
  given: AbortSignal | undefined,
  { fetch, timeout }: Surroundings,
): Promise<Answer | NoAnswer> {
  const controller = new AbortController()
  const { signal } = controller
  const abort = () => controller.abort()
  const timer = setTimeout(abort, Math.min(timeout, LONGEST_TIMER))
  given?.addEventListener('abort', abort)
  if (given?.aborted === true) abort()
  // Given up means over, also for a fetch that pays its signal no attention.
  const givenUp = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', reject)
  })
  const send = async () => {
    const response = await fetch(url, {
      ...init,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      // A followed redirect would turn a POST into a GET, or carry a secret to another host.
      redirect: 'manual',
      cache: 'no-store',
      signal,
    })
    // A copy, because a stand-in for fetch may answer with no headers at all.
    const headers = new Headers(response.headers)
    const body = parseObject(await response.text())
    return { status: response.status, headers, body: { ...body }, isObject: body !== null }
  }
  try {
    signal.throwIfAborted()
    return await Promise.race([givenUp, send()])
  } catch {
    // The error is dropped: it may hold the URL, in the browser's own words.
    return signal.aborted ? 'timeout' : 'offline'
  } finally {
    clearTimeout(timer)
    given?.removeEventListener('abort', abort)
  }
}

function parseObject(text: string): object | null {
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' && !Array.isArray(json) ? json : null
  } catch {
    return null
  }
}
