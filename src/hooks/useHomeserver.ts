'use client'
import { useMemo } from 'react'
import { createLenientClient, type MatrixClient } from '../matrix/createMatrixClient.js'

/**
 * Returns the given client, or creates one for a base URL with this clock. An invalid URL does not throw here but
 * fails the first call, because a person may have typed it.
 */
export function useHomeserver(homeserver: string | MatrixClient, now?: () => number): MatrixClient {
  return useMemo(
    () => (typeof homeserver === 'string' ? createLenientClient({ baseUrl: homeserver, now }) : homeserver),
    [homeserver, now],
  )
}
