/** The number of random bytes in a secret (192 bits). It is a multiple of three, so base64 adds no padding. */
const LENGTH = 24

/** Fills an array with random bytes of cryptographic strength and returns it, as `crypto.getRandomValues` does. */
export type RandomSource = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array

/**
 * Creates a client secret: 32 characters of `[0-9A-Za-z._]` (192 bits) from the platform's cryptographic random
 * source. It also works on http pages, where `crypto.randomUUID` does not exist.
 *
 * @param getRandomValues the random source, for platforms without `crypto`. @default crypto.getRandomValues
 * @throws if there is no random source.
 */
export function generateClientSecret(
  getRandomValues: RandomSource = (bytes) => crypto.getRandomValues(bytes),
): string {
  const bytes = getRandomValues(new Uint8Array(LENGTH))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '.')
    .replaceAll('/', '_')
}
