'use client'
import { useMemo } from 'react'
import { createMatrixClient, type MatrixClient } from '../matrix/createMatrixClient.js'

/** The client of a homeserver that is given by its base URL, then with this clock, or as a client. */
export function useHomeserver(homeserver: string | MatrixClient, now?: () => number): MatrixClient {
  return useMemo(
    () => (typeof homeserver === 'string' ? createMatrixClient({ baseUrl: homeserver, now }) : homeserver),
    [homeserver, now],
  )
}
