import { isWeb, parseUrl } from './parseUrl.js'
import { isPrivateHost } from './privateHost.js'

/** The settings that decide where a code may be sent. */
interface SubmitUrlRules {
  baseUrl: string
  allowInsecure: boolean
  allow: ((url: URL) => boolean) | undefined
}

/**
 * Checks a server's `submit_url` before anything is sent there. It may be on any public host, over https. Only a
 * homeserver that is itself on this machine or in a private network may name an address there, or one over http.
 *
 * @returns the absolute URL, or the reason why it is refused, worded to follow "because".
 */
export function checkSubmitUrl(
  submitUrl: string,
  { baseUrl, allowInsecure, allow }: SubmitUrlRules,
): URL | string {
  const homeserver = parseUrl(`${baseUrl}/`)
  const url = parseUrl(submitUrl, homeserver?.href)
  if (url === null || homeserver === null) return 'it is not a URL'
  if (!isWeb(url)) return 'it is neither https nor http'
  if (url.username + url.password !== '') return 'it carries a user name or a password'
  if (!isPrivateHost(homeserver)) {
    if (url.protocol === 'http:' && !allowInsecure) return 'it is not encrypted (http)'
    if (isPrivateHost(url)) return 'it leads into a private network, where the homeserver is not'
  }
  if (allow !== undefined && !isAllowed(url, allow)) return 'allowSubmitUrl did not say true'
  return url
}

/** Only `true` allows a URL. An `allow` that throws or returns a promise refuses it. */
function isAllowed(url: URL, allow: (url: URL) => unknown): boolean {
  try {
    return allow(new URL(url)) === true
  } catch {
    return false
  }
}
