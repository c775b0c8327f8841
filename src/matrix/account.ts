import type { MatrixClientOptions } from './clientOptions.js'

/**
 * Returns a text that tells accounts apart: the client's user ID, else a fingerprint of its access token. The
 * fingerprint is much shorter than a token, so the token cannot be recovered from it.
 */
export function accountOf({
  userId,
  accessToken,
}: Pick<MatrixClientOptions, 'userId' | 'accessToken'>): string | undefined {
  return userId || (accessToken ? `token ${fingerprint(accessToken)}` : undefined)
}

/**
 * 64-bit FNV-1a. The platform's own hash functions are asynchronous and missing on http pages, and this value is
 * needed during a render.
 */
function fingerprint(text: string): string {
  let hash = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n)
  }
  return hash.toString(16).padStart(16, '0')
}
