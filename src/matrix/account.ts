import type { MatrixClientOptions } from './clientOptions.js'

/**
 * Names the account that a client is signed in to, for whoever has to tell two accounts apart: its user ID, else a
 * fingerprint of its access token. The fingerprint is much shorter than a token, so it does not lead back to one.
 */
export function accountOf({
  userId,
  accessToken,
}: Pick<MatrixClientOptions, 'userId' | 'accessToken'>): string | undefined {
  return userId || (accessToken ? `token ${fingerprint(accessToken)}` : undefined)
}

/**
 * FNV-1a in 64 bits. The platform's own hashes answer later and not on http pages, and this has to be known while a
 * page renders.
 */
function fingerprint(text: string): string {
  let hash = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n)
  }
  return hash.toString(16).padStart(16, '0')
}
