/**
 * Takes the noise off a code as people type, paste and autofill it: spaces around it; what has no width; spaces
 * and hyphens in it if the rest is digits ("123 456"), with a sender's letter before it ("G-123456"); digits of
 * other scripts. Anything else stays as it is, its case above all: servers compare the text.
 */
export function normalizeCode(text: string): string {
  const code = text.replace(/\p{Cf}/gu, '').trim()
  const [, digits] = /^(?:\p{L}\p{Pd})?([\p{Nd}\s\p{Pd}]+)$/u.exec(code) ?? []
  return digits === undefined ? code : toAsciiDigits(digits.replace(/[\s\p{Pd}]/gu, ''))
}

/** Unicode's decimal digits stand in tens that begin at a zero; where tens follow on each other, so does a zero. */
function toAsciiDigits(digits: string): string {
  return digits.replace(/\p{Nd}/gu, (digit) => {
    const point = digit.codePointAt(0) ?? 0
    let zero = point
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
    return String((point - zero) % 10)
  })
}
