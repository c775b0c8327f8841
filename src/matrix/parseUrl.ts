/** `new URL` that answers `null` where that throws. */
export function parseUrl(url: string, base?: string): URL | null {
  try {
    return new URL(url, base)
  } catch {
    return null
  }
}

/** The text without the slashes at its end. A loop, because a regular expression takes a second look from each of them. */
export function withoutSlashes(text: string): string {
  let end = text.length
  while (text[end - 1] === '/') end -= 1
  return text.slice(0, end)
}

/** Whether it is a web address, and not `javascript:` or `mailto:`. */
export function isWeb({ protocol }: URL): boolean {
  return /^https?:$/.test(protocol)
}
