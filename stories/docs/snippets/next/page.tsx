import { createMatrixClient, probePhoneSupport } from 'matrix-phone-verification'
import 'matrix-phone-verification/styles.css'
import { Registration } from '../Registration.js'
import { Providers } from './Providers.js'

const homeserver = createMatrixClient({ baseUrl: 'https://matrix.example.org' })

/** A server component: it asks what the homeserver can do before anything is sent to the browser. */
export default async function Page() {
  const support = await probePhoneSupport(homeserver, 'register')
  if (support.status === 'unsupported') return <p>This server registers accounts without a phone.</p>
  return (
    <Providers>
      <Registration />
    </Providers>
  )
}
