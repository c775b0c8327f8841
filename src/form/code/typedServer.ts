import type { MatrixClient } from '../../matrix/createMatrixClient.js'

/**
 * The address of a homeserver whose name the person typed, to show it to them; `null` if the app chose the
 * homeserver. The person may type another server than the one that sent the code.
 */
export function typedServer(homeserver: string | MatrixClient): string | null {
  return typeof homeserver !== 'string' && homeserver.isDiscovered ? new URL(homeserver.baseUrl).host : null
}
