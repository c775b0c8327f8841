/** Random bytes of a secret: 192 bits. Three of them are four characters, so there is no padding. */
const LENGTH = 24

/** Fills an array with random bytes of cryptographic strength and returns it, as `crypto.getRandomValues` does. */
export type RandomSource = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array

/**
 * Makes a client secret: 32 characters of `[0-9A-Za-z._]` (192 bits) from the platform's cryptographic random
 * source. It works on http pages too, where `crypto.randomUUID` does not exist.
 *
 * @param getRandomValues the random source, for platforms without `crypto`. @default crypto.getRandomValues
 * @throws where there is none.
 */
export function generateClientSecret(
  getRandomValues: RandomSource = (bytes) => crypto.getRandomValues(bytes),
): string {
  const bytes = getRandomValues(new Uint8Array(LENGTH))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '.')
    .replaceAll('/', '_')
}
