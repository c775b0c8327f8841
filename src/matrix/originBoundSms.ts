/** An SMS whose code a browser gives to one web page only (WICG "Origin-bound one-time codes delivered via SMS"). */
export interface OriginBoundSms {
  /** What the person reads; may have several lines. */
  text: string
  /** The host of the page that may read the code: the web client's, not the homeserver's. */
  host: string
  code: string
  /** The host of the frame that may read the code, if the form is in a frame of another origin. */
  embeddedHost?: string | undefined
}

/**
 * Formats an SMS for WebOTP and autofill on phones: the text, then a last line that binds the code to a host. It is
 * for developers of the server that sends the SMS.
 *
 * @throws TypeError if a host is not a host name, or the code is empty or contains white space.
 * @example
 * formatOriginBoundSms({ text: '747723 is your code.', host: 'app.example.org', code: '747723' })
 */
export function formatOriginBoundSms({ text, host, code, embeddedHost }: OriginBoundSms): string {
  checkHost('host', host)
  if (embeddedHost !== undefined) checkHost('embeddedHost', embeddedHost)
  if (code === '' || ASCII_SPACE.test(code)) {
    throw new TypeError(
      'code must have at least one character and no white space: the browser ends it there.',
    )
  }
  const lastLine = `@${host} #${code}${embeddedHost === undefined ? '' : ` @${embeddedHost}`}`
  return text === '' ? lastLine : `${text}\n\n${lastLine}`
}

/** Reads such an SMS by the rules of its grammar; `null` if it is not one. */
export function parseOriginBoundSms(message: string): OriginBoundSms | null {
  const normalized = message.replace(/\r\n?/g, '\n')
  const lastLineStart = normalized.lastIndexOf('\n') + 1
  const match = /^@([^\t\n\f\r ]+) #([^\t\n\f\r ]+)(?: @([^\t\n\f\r ]+))?/.exec(
    normalized.slice(lastLineStart),
  )
  const [, host, code, embeddedHost] = match ?? []
  if (host === undefined || code === undefined) return null
  const text = normalized.slice(0, lastLineStart).replace(/(?<!\n)\n+$/, '')
  return { text, host, code, ...(embeddedHost !== undefined && { embeddedHost }) }
}

const ASCII_SPACE = /[\t\n\f\r ]/

function checkHost(field: string, host: string): void {
  // With a port, a path or a scheme, the browser gives the code to no page.
  if (/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/i.test(host)) return
  throw new TypeError(`${field} must be a host name such as "app.example.org", without scheme, port or path.`)
}
