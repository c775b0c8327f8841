import { ownProperties } from './ownProperties.js'
import { isWeb, parseUrl } from './parseUrl.js'
import { isMixedContent, isPrivateHost } from './privateHost.js'
import { parseObject, readText } from './readBody.js'

/** What a request needs from its client. */
export interface Surroundings {
  fetch: typeof fetch
  /** Milliseconds after which a request is aborted. */
  timeout: number
  /** Whether plain http is allowed for a server on a public network. */
  allowInsecure: boolean
}

/** A server's response, with its body. */
export interface Answer {
  status: number
  headers: Headers
  /** The JSON object of the body, without a prototype; empty if the body was anything else. */
  body: Record<string, unknown>
  /** Whether the body was a JSON object, and not, for example, the page of a proxy or a captive portal. */
  isObject: boolean
}

/**
 * Why there was no response. An aborted request counts as timed out. A request is not sent at all if the address is
 * not a web address, or if it is plain http to a public network or from a page that may not call it.
 */
export type NoAnswer = 'offline' | 'timeout' | 'insecure-homeserver' | 'invalid-homeserver'

/** The message for developers, which follows the name of the call. */
export const NO_ANSWER: Record<NoAnswer, string> = {
  offline: 'reached no server: no network, a wrong address, or no CORS headers.',
  timeout: 'got no answer in time, or was given up.',
  'insecure-homeserver':
    'was not sent: the address is not https, and the server is on a public network or the page may not call it (allowInsecure turns that off).',
  'invalid-homeserver': "was not sent: the server's address is no absolute http or https URL.",
}

/** The longest delay of a timer, in milliseconds. A timer with a longer delay fires at once. */
const LONGEST_TIMER = 2 ** 31 - 1

/** Makes one request and reads the response. Sends no cookies, follows no redirect unless told to, and never rejects. */
export async function request(
  url: string,
  init: Pick<RequestInit, 'method' | 'headers' | 'body' | 'redirect'>,
  given: AbortSignal | undefined,
  { fetch, timeout, allowInsecure }: Surroundings,
): Promise<Answer | NoAnswer> {
  const address = parseUrl(url)
  if (address === null || !isWeb(address)) return 'invalid-homeserver'
  // Over plain http, a token, a password or a code would be readable on the way.
  const isInsecure = address.protocol === 'http:' && (!isPrivateHost(address) || isMixedContent(address))
  if (isInsecure && !allowInsecure) return 'insecure-homeserver'
  if (given?.aborted === true) return 'timeout'
  const controller = new AbortController()
  const { signal } = controller
  const abort = () => controller.abort()
  const timer = setTimeout(abort, Math.min(timeout, LONGEST_TIMER))
  given?.addEventListener('abort', abort)
  // Aborting ends the wait, even if a replacement for `fetch` ignores its signal.
  const givenUp = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', reject)
  })
  const send = async () => {
    const response = await fetch(url, {
      // A followed redirect would turn a POST into a GET, or carry a secret to another host.
      redirect: 'manual',
      ...init,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal,
    })
    // What comes over plain http may have been changed on the way. The error is dropped below.
    if (response.redirected && parseUrl(response.url)?.protocol !== 'https:') throw new Error('insecure')
    const text = await readText(response)
    const body = parseObject(text)
    return {
      isWhole: text !== null,
      status: response.status,
      // A copy, because a replacement for `fetch` may return no headers at all.
      headers: new Headers(response.headers),
      body: body ?? ownProperties({}),
      isObject: body !== null,
    }
  }
  try {
    const { isWhole, ...answer } = await Promise.race([givenUp, send()])
    // The response is too long: stop receiving it.
    if (!isWhole) abort()
    return answer
  } catch {
    // The error is dropped, because the browser's message may contain the URL.
    return signal.aborted ? 'timeout' : 'offline'
  } finally {
    clearTimeout(timer)
    given?.removeEventListener('abort', abort)
  }
}
