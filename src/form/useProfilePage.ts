'use client'
import { useEffect, useState } from 'react'
import { useHomeserver } from '../hooks/useHomeserver.js'
import { useLatest } from '../hooks/useLatest.js'
import type { MatrixClient } from '../matrix/createMatrixClient.js'
import { findProfilePage } from '../matrix/findProfilePage.js'

/**
 * Where people change their contact details if an OAuth server keeps the homeserver's accounts; `null` where none does,
 * or while that is not known.
 */
export function useProfilePage(homeserver: string | MatrixClient): string | null {
  const [page, setPage] = useState<string | null>(null)
  const client = useHomeserver(homeserver)
  const clientRef = useLatest(client)
  useEffect(() => {
    const leaving = new AbortController()
    void findProfilePage(clientRef.current, leaving).then((found) => {
      if (!leaving.signal.aborted) setPage(found)
    })
    return () => leaving.abort()
  }, [clientRef, client.baseUrl])
  return page
}
