/** `new URL` that answers `null` where that throws. */
export function parseUrl(url: string, base?: string): URL | null {
  try {
    return new URL(url, base)
  } catch {
    return null
  }
}

/** Whether it is a web address, and not `javascript:` or `mailto:`. */
export function isWeb({ protocol }: URL): boolean {
  return /^https?:$/.test(protocol)
}
