import { describe, expect } from 'vitest'
import { en } from '../../src/messages/en.js'
import { createMatrixClient } from '../../src/matrix/createMatrixClient.js'
import { probePhoneSupport } from '../../src/matrix/probePhoneSupport.js'
import { resetPasswordWithPhone } from '../../src/matrix/resetPasswordWithPhone.js'
import { createAccount, isSignedIn, signIn, type Account } from './account.js'
import { Conversation, REQUEST_TO_RESET } from './Conversation.js'
import { newNumber, test } from './fixtures.js'

const NEW_PASSWORD = 'a password that is new'

describe('a password reset by phone, on the Synapse with a patch', () => {
  test('goes from the number to the new password in the form', async ({ servers, person }) => {
    const { urls, sms } = servers
    const phoneNumber = newNumber()
    const account = await createAccount(urls.patched, { phoneNumber, sms })
    await person.opens({ homeserver: urls.patched, purpose: 'resetPassword', password: NEW_PASSWORD })
    expect(await person.sendsTo(phoneNumber)).toMatchObject({
      sent: { phone_number: phoneNumber, country: 'DE', send_attempt: 1 },
      status: 200,
    })
    await person.types(await sms.code(phoneNumber, 2))
    expect(await person.outcome()).toEqual({ account: null })
    await expectReset(urls.patched, account)
    expect(await isSignedIn(urls.patched, account.accessToken)).toBe(false)
    expect(sms.to(phoneNumber)).toHaveLength(2)
  })

  test('texts no number that no account has, and the form leads to signing up', async ({
    servers,
    person,
  }) => {
    const { urls, sms } = servers
    const phoneNumber = newNumber()
    await person.opens({ homeserver: urls.patched, purpose: 'resetPassword' })
    expect(await person.sendsTo(phoneNumber)).toMatchObject({
      status: 400,
      body: { errcode: 'M_THREEPID_NOT_FOUND' },
    })
    await person.reads(en.errorNumberNotFound)
    await person.isAt('number')
    expect(sms.to(phoneNumber)).toEqual([])
  })

  test.for([
    [undefined, false],
    [false, true],
  ] as const)(
    'without the form, with logoutDevices %s: an old device is signed in afterwards: %s',
    async ([logoutDevices, staysSignedIn], { servers: { urls, sms } }) => {
      const phoneNumber = newNumber()
      const account = await createAccount(urls.patched, { phoneNumber, sms })
      const client = createMatrixClient({ baseUrl: urls.patched })
      expect(await probePhoneSupport(client, 'resetPassword')).toMatchObject({ status: 'supported' })
      const readCode = (to: string) => sms.code(to, 2)
      const talk = new Conversation({ baseUrl: urls.patched, fetch, readCode }, phoneNumber)
      const { sid, client_secret: clientSecret } = await talk.verify(REQUEST_TO_RESET)
      await resetPasswordWithPhone(
        client,
        { phoneNumber, country: 'DE', sid, clientSecret },
        { newPassword: NEW_PASSWORD, logoutDevices },
      )
      await expectReset(urls.patched, account)
      expect(await isSignedIn(urls.patched, account.accessToken)).toBe(staysSignedIn)
    },
  )
})

async function expectReset(homeserver: string, { username, password }: Account) {
  expect(await signIn(homeserver, { username, password })).toMatchObject({
    status: 403,
    body: { errcode: 'M_FORBIDDEN' },
  })
  expect(await signIn(homeserver, { username, password: NEW_PASSWORD })).toMatchObject({ status: 200 })
}
