import { ownProperties } from './ownProperties.js'
import { isWeb, parseUrl } from './parseUrl.js'
import { isMixedContent, isPrivateHost } from './privateHost.js'
import { parseObject, readText } from './readBody.js'

/** What an exchange with a server needs from the client that holds it. */
export interface Surroundings {
  fetch: typeof fetch
  /** Milliseconds until an exchange is given up. */
  timeout: number
  /** Whether plain http is good enough for a server on a public network. */
  allowInsecure: boolean
}

/** An answer that was read whole. */
export interface Answer {
  status: number
  headers: Headers
  /** The members of a JSON object, none of them inherited; none of anything else. */
  body: Record<string, unknown>
  /** Whether the body was a JSON object, and not a page of a proxy or a captive portal. */
  isObject: boolean
}

/**
 * Why no answer came. A request that was given up counts as timed out; one to what is no web address, or over plain
 * http past strangers or from where that is blocked, is not sent at all.
 */
export type NoAnswer = 'offline' | 'timeout' | 'insecure-homeserver' | 'invalid-homeserver'

/** What a developer reads of it, behind the name of the call. */
export const NO_ANSWER: Record<NoAnswer, string> = {
  offline: 'reached no server: no network, a wrong address, or no CORS headers.',
  timeout: 'got no answer in time, or was given up.',
  'insecure-homeserver':
    'was not sent: the address is not https, and the server is on a public network or the page may not call it (allowInsecure turns that off).',
  'invalid-homeserver': "was not sent: the server's address is no absolute http or https URL.",
}

/** The longest that a timer runs; one set for longer fires at once. */
const LONGEST_TIMER = 2 ** 31 - 1

/** Makes one request without cookies, follows no redirect, reads the answer whole, and never rejects. */
export async function request(
  url: string,
  init: Pick<RequestInit, 'method' | 'headers' | 'body'>,
  given: AbortSignal | undefined,
  { fetch, timeout, allowInsecure }: Surroundings,
): Promise<Answer | NoAnswer> {
  const address = parseUrl(url)
  if (address === null || !isWeb(address)) return 'invalid-homeserver'
  // A token, a password or a code would travel in the clear.
  const isInsecure = address.protocol === 'http:' && (!isPrivateHost(address) || isMixedContent(address))
  if (isInsecure && !allowInsecure) return 'insecure-homeserver'
  if (given?.aborted === true) return 'timeout'
  const controller = new AbortController()
  const { signal } = controller
  const abort = () => controller.abort()
  const timer = setTimeout(abort, Math.min(timeout, LONGEST_TIMER))
  given?.addEventListener('abort', abort)
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
    const text = await readText(response)
    const body = parseObject(text)
    return {
      isWhole: text !== null,
      status: response.status,
      // A copy, because a stand-in for fetch may answer with no headers at all.
      headers: new Headers(response.headers),
      body: body ?? ownProperties({}),
      isObject: body !== null,
    }
  }
  try {
    const { isWhole, ...answer } = await Promise.race([givenUp, send()])
    // The rest of an endless answer is not wanted.
    if (!isWhole) abort()
    return answer
  } catch {
    // The error is dropped: it may hold the URL, in the browser's own words.
    return signal.aborted ? 'timeout' : 'offline'
  } finally {
    clearTimeout(timer)
    given?.removeEventListener('abort', abort)
  }
}
