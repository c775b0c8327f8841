import {
  createMatrixClient,
  parsePhoneNumber,
  PhoneVerificationForm,
  requestTokenResponseSchema,
} from 'matrix-phone-verification'

// Nothing here runs in a browser: it is a server component, without 'use client'.
export default async function Page() {
  const client = createMatrixClient({ baseUrl: 'https://matrix.example.org' })
  const number = await parsePhoneNumber('07400 123456', 'GB')
  const { success } = requestTokenResponseSchema.safeParse({ sid: 'sid' })
  return (
    <main>
      <p>
        {client.baseUrl} {number.phoneNumber} {String(success)}
      </p>
      <PhoneVerificationForm homeserver={client.baseUrl} purpose="register" defaultCountry="GB" />
    </main>
  )
}
