'use client'
import { useEffect, useState } from 'react'
import { useHomeserver } from '../../hooks/useHomeserver.js'
import { useLatest } from '../../hooks/useLatest.js'
import type { MatrixClient } from '../../matrix/createMatrixClient.js'
import { findProfilePage } from '../../matrix/findProfilePage.js'

/**
 * The URL of the page where people change their contact details, if an OAuth server manages the homeserver's
 * accounts; `null` if none does, and until that is known.
 */
export function useProfilePage(homeserver: string | MatrixClient): string | null {
  const [page, setPage] = useState<string | null>(null)
  const client = useHomeserver(homeserver)
  const clientRef = useLatest(client)
  useEffect(() => {
    const leaving = new AbortController()
    const find = async () => {
      const found = await findProfilePage(clientRef.current, leaving)
      if (!leaving.signal.aborted) setPage(found)
    }
    // If the page cannot be found, the step still says what to do.
    find().catch(() => undefined)
    return () => leaving.abort()
  }, [clientRef, client.baseUrl])
  return page
}
