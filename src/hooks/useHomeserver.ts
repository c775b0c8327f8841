'use client'
import { useMemo } from 'react'
import { createMatrixClient, type MatrixClient } from '../matrix/createMatrixClient.js'

/** The client of a homeserver: the one that is given, or one for its base URL, with this clock. */
export function useHomeserver(homeserver: string | MatrixClient, now?: () => number): MatrixClient {
  return useMemo(
    () => (typeof homeserver === 'string' ? createMatrixClient({ baseUrl: homeserver, now }) : homeserver),
    [homeserver, now],
  )
}
