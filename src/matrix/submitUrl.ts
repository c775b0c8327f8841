import { isWeb, parseUrl } from './parseUrl.js'

/**
 * Checks a server's `submit_url` before anything is sent there. It may be on any host, but the code and the
 * client secret travel over https only; http is for a homeserver on this machine, or for a page that is
 * itself on http.
 *
 * @returns the absolute URL, or why it is refused, to be put behind "because".
 */
export function checkSubmitUrl(
  submitUrl: string,
  baseUrl: string,
  allow: ((url: URL) => boolean) | undefined,
): URL | string {
  const url = parseUrl(submitUrl, `${baseUrl}/`)
  if (url === null) return 'it is not a URL'
  if (!isWeb(url)) return 'it is neither https nor http'
  if (url.username + url.password !== '') return 'it carries a user name or a password'
  if (url.protocol === 'http:' && !isLocal(url) && !isHttpPage()) return 'it is not encrypted (http)'
  if (allow !== undefined && !isAllowed(url, allow)) return 'allowSubmitUrl refused it'
  return url
}

/** An `allow` that throws has not said yes. */
function isAllowed(url: URL, allow: (url: URL) => boolean): boolean {
  try {
    return allow(new URL(url))
  } catch {
    return false
  }
}

function isLocal({ hostname }: URL): boolean {
  return /^((.+\.)?localhost|\[::1\]|127(\.\d+){3})$/.test(hostname)
}

function isHttpPage(): boolean {
  return typeof location !== 'undefined' && location.protocol === 'http:'
}
