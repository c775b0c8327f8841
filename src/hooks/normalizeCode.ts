/**
 * Takes the noise off a text that is meant to be a code alone: spaces around it; what has no width; spaces, hyphens and
 * other separators in it if the rest is digits ("123 456", "123.456"), with a sender's letter before it ("G-123456");
 * digits of other scripts. Anything else stays as it is, its case above all: servers compare the text.
 */
export function normalizeCode(text: string): string {
  const code = withoutInvisible(text)
  const [, digits] = /^(?:\p{L}\p{Pd})?([\p{Nd}\s\p{Pd}.,·_]+)$/u.exec(code) ?? []
  return digits === undefined ? code : toAsciiDigits(digits).replace(/\D/g, '')
}

/** The text without what has no width, and without spaces around it. */
export function withoutInvisible(text: string): string {
  return text.replace(/\p{Cf}/gu, '').trim()
}

/** Unicode's decimal digits stand in tens that begin at a zero; where tens follow on each other, so does a zero. */
export function toAsciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const point = digit.codePointAt(0) ?? 0
    let zero = point
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
    return String((point - zero) % 10)
  })
}
