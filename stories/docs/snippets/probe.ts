import { createMatrixClient, probePhoneSupport, type Purpose } from 'matrix-phone-verification'

const client = createMatrixClient({ baseUrl: 'https://matrix.example.org' })

/** Whether to show the form. What is not known is shown: the server then says itself what it can do. */
export async function offersPhone(purpose: Purpose): Promise<boolean> {
  const support = await probePhoneSupport(client, purpose)
  if (support.status !== 'unsupported') return true
  if (support.reason === 'oauth' && support.accountUrl !== undefined) location.assign(support.accountUrl)
  return false
}
