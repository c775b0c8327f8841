/** Like `new URL`, but returns `null` instead of throwing. */
export function parseUrl(url: string, base?: string): URL | null {
  try {
    return new URL(url, base)
  } catch {
    return null
  }
}

/** The text without trailing slashes. A loop, because a regular expression takes quadratic time on many slashes. */
export function withoutSlashes(text: string): string {
  let end = text.length
  while (text[end - 1] === '/') end -= 1
  return text.slice(0, end)
}

/** Whether the URL is http or https, and not for example `javascript:` or `mailto:`. */
export function isWeb({ protocol }: URL): boolean {
  return /^https?:$/.test(protocol)
}
