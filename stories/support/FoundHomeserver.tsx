import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { discoverHomeserver, HomeserverDiscoveryError, type DiscoveredHomeserver } from '../../src/index.js'

interface FoundHomeserverProps {
  serverName: string
  children: (homeserver: DiscoveredHomeserver) => ReactNode
}

/** Finds the homeserver of a server's name when it is asked to, and shows what is there for it. */
export function FoundHomeserver({ serverName, children }: FoundHomeserverProps) {
  const discovery = useMutation({
    mutationFn: () => discoverHomeserver(serverName),
    networkMode: 'always',
  })
  if (discovery.isSuccess) return children(discovery.data)
  return (
    <form
      className="card-form"
      onSubmit={(event) => {
        event.preventDefault()
        discovery.mutate()
      }}
    >
      {serverName.trim() === '' ? (
        <p>Type a server’s name into the controls: example.org, for example.</p>
      ) : (
        <>
          {discovery.isError && (
            <p className="card-problem" role="alert">
              {describe(discovery.error)}
            </p>
          )}
          <button className="card-button" aria-disabled={discovery.isPending}>
            Find the homeserver of {serverName}
          </button>
        </>
      )}
    </form>
  )
}

function describe(error: Error): string {
  if (error instanceof HomeserverDiscoveryError && error.action === 'FAIL_ERROR')
    return 'This server isn’t set up correctly. Contact its administrator, or choose another server.'
  return 'There is no Matrix server with this name. Check the name and your connection.'
}
