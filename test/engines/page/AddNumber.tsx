import { useState } from 'react'
import { createMatrixClient, PhoneVerificationForm } from '../../../src/index.js'

/** The settings of an account, in a tab in which somebody else may sign in. */
export function AddNumber({ account: first }: { account: string }) {
  const [account, setAccount] = useState(first)
  const homeserver = createMatrixClient({
    baseUrl: location.origin,
    userId: `@${account}:example.org`,
    accessToken: `token-of-${account}`,
  })
  return (
    <>
      <h1>Settings of {account}</h1>
      <PhoneVerificationForm
        homeserver={homeserver}
        purpose="addToAccount"
        defaultCountry="GB"
        onVerified={(phone, { resumed }) => void window.heard.push({ phone, resumed })}
      />
      <button onClick={() => setAccount('mallory')}>Sign in as mallory</button>
      <a href="?account=mallory">The page of mallory</a>
    </>
  )
}
