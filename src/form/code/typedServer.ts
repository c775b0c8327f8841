import type { MatrixClient } from '../../matrix/createMatrixClient.js'

/**
 * The address of a homeserver whose name the person typed, for them to read; `null` where the app named it. What is typed
 * may be another server than the one that texted.
 */
export function typedServer(homeserver: string | MatrixClient): string | null {
  return typeof homeserver !== 'string' && homeserver.isDiscovered ? new URL(homeserver.baseUrl).host : null
}
