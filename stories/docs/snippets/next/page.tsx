import { createMatrixClient, probePhoneSupport } from 'matrix-phone-verification'
import { Suspense } from 'react'
import 'matrix-phone-verification/styles.css'
import { Registration } from '../Registration.js'

const homeserver = createMatrixClient({ baseUrl: 'https://matrix.example.org' })

/** The page is static; what the homeserver answers streams in. `cacheComponents` requires the boundary. */
export default function Page() {
  return (
    <Suspense fallback={<p>One moment …</p>}>
      <PhoneRegistration />
    </Suspense>
  )
}

/** A server component: it asks the homeserver before anything is sent to the browser. */
async function PhoneRegistration() {
  const support = await probePhoneSupport(homeserver, 'register')
  if (support.status === 'unsupported') return <p>This server registers accounts without a phone.</p>
  return <Registration />
}
