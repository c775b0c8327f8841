'use client'
import { useMemo } from 'react'
import { createLenientClient, type MatrixClient } from '../matrix/createMatrixClient.js'

/**
 * The client of a homeserver: the one that is given, or one for its base URL, with this clock. What is no URL is an error of
 * the first call: a person may have typed it.
 */
export function useHomeserver(homeserver: string | MatrixClient, now?: () => number): MatrixClient {
  return useMemo(
    () => (typeof homeserver === 'string' ? createLenientClient({ baseUrl: homeserver, now }) : homeserver),
    [homeserver, now],
  )
}
