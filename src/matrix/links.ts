import { parseUrl } from './parseUrl.js'

/**
 * Whether a person may be led to a URL: https, or the scheme of the page that they are on (http in development, the one of
 * an app's shell), and no user name that could pass for a host.
 */
export function isSafeLink(link: string): boolean {
  const url = parseUrl(link)
  if (url === null || url.username + url.password !== '') return false
  return url.protocol === 'https:' || (typeof location !== 'undefined' && url.protocol === location.protocol)
}
