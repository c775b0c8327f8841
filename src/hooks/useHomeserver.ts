'use client'
import { useMemo } from 'react'
import { createMatrixClient, type MatrixClient } from '../matrix/createMatrixClient.js'

/** The client of a homeserver that is given by its base URL or as a client. */
export function useHomeserver(homeserver: string | MatrixClient): MatrixClient {
  return useMemo(
    () => (typeof homeserver === 'string' ? createMatrixClient({ baseUrl: homeserver }) : homeserver),
    [homeserver],
  )
}
