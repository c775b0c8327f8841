import { parseUrl } from './parseUrl.js'

/**
 * Whether a URL is safe to link to: https or the page's own scheme (http in development, or an app shell's scheme),
 * and without a user name, which a person could mistake for a host.
 */
export function isSafeLink(link: string): boolean {
  const url = parseUrl(link)
  if (url === null || url.username + url.password !== '') return false
  return url.protocol === 'https:' || (typeof location !== 'undefined' && url.protocol === location.protocol)
}
