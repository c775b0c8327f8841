const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const LENGTH = 32

/**
 * Makes a client secret: 32 characters of `[0-9A-Za-z]` (190 bits) from the platform's cryptographic random
 * source. It works on http pages too, where `crypto.randomUUID` does not exist.
 */
export function generateClientSecret(): string {
  let secret = ''
  while (secret.length < LENGTH) {
    for (const byte of crypto.getRandomValues(new Uint8Array(LENGTH))) {
      // Of 256 values only the first 248 spread evenly over 62 letters.
      const letter = byte < 248 ? ALPHABET[byte % 62] : undefined
      if (letter !== undefined && secret.length < LENGTH) secret += letter
    }
  }
  return secret
}
