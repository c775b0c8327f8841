'use client'
import { useMutation } from '@tanstack/react-query'
import { createMatrixClient, discoverHomeserver, HomeserverDiscoveryError } from 'matrix-phone-verification'
import { useState } from 'react'
import { Registration } from './Registration'

/** The server first, then the registration at its homeserver. */
export function ServerField() {
  const [serverName, setServerName] = useState('')
  const discovery = useMutation({
    mutationFn: async (name: string) => createMatrixClient(await discoverHomeserver(name)),
    networkMode: 'always',
  })

  if (discovery.isSuccess)
    return (
      <>
        <p>
          Your account will be on {serverName}. <button onClick={discovery.reset}>Change server</button>
        </p>
        <Registration homeserver={discovery.data} />
      </>
    )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        discovery.mutate(serverName)
      }}
    >
      <label>
        Server
        <input
          inputMode="url"
          autoCapitalize="none"
          spellCheck={false}
          required
          value={serverName}
          onChange={(event) => setServerName(event.target.value)}
        />
      </label>
      {discovery.isError && <p role="alert">{describe(discovery.error)}</p>}
      <button disabled={discovery.isPending}>Continue</button>
    </form>
  )
}

/** What was typed stays in the field, to be corrected. */
function describe(error: Error): string {
  // The server's own entry is wrong: no other spelling of its name helps.
  if (error instanceof HomeserverDiscoveryError && error.action === 'FAIL_ERROR')
    return 'This server isn’t set up correctly. Contact its administrator, or choose another server.'
  return 'We can’t find a Matrix server with this name. Check the name and your connection.'
}
