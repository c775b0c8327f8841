/** Random bytes of a secret: 192 bits. Three of them are four characters, so there is no padding. */
const LENGTH = 24

/**
 * Makes a client secret: 32 characters of `[0-9A-Za-z._]` (192 bits) from the platform's cryptographic random
 * source. It works on http pages too, where `crypto.randomUUID` does not exist.
 */
export function generateClientSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(LENGTH))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '.')
    .replaceAll('/', '_')
}
