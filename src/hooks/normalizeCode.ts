/** What separates the digits of a code, besides spaces: "605-992", "605.992", "6, 0, 5", as a class of characters. */
export const separators = String.raw`\p{Pd}.,·•‧_/:'’|~`

const NUMBER = new RegExp(String.raw`^(?:\p{L}\p{Pd})?([\p{Nd}\s${separators}]+)$`, 'u')

/**
 * Cleans a text that should be only a code. It removes spaces around it and invisible characters. If the rest is
 * digits, it also removes spaces, hyphens and other separators ("123 456", "123.456") and a sender's letter in front
 * ("G-123456"), and converts digits of other scripts. Anything else stays unchanged, including upper and lower case,
 * because servers compare the text.
 */
export function normalizeCode(text: string): string {
  const code = withoutInvisible(text)
  const [, digits] = NUMBER.exec(code) ?? []
  return digits === undefined ? code : toAsciiDigits(digits).replace(/\D/g, '')
}

/** The text without invisible characters, and without spaces around it. */
export function withoutInvisible(text: string): string {
  return text.replace(/\p{Cf}/gu, '').trim()
}

/**
 * Converts digits of all scripts to 0–9. Unicode's decimal digits come in groups of ten that start with a zero. Groups
 * may follow each other without a gap, so the digit is the remainder of ten.
 */
export function toAsciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const point = digit.codePointAt(0) ?? 0
    let zero = point
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
    return String((point - zero) % 10)
  })
}
