import { describe, expect } from 'vitest'
import { en } from '../../src/messages/en.js'
import { createAccount, get, newCredentials } from './account.js'
import { newNumber, test } from './fixtures.js'

describe('a verified number', () => {
  test('becomes an account whose access token works', async ({ servers, person }) => {
    const { open } = servers.urls
    const phoneNumber = newNumber()
    const credentials = newCredentials()
    await person.opens({ homeserver: open, purpose: 'register', ...credentials })
    const request = await person.sendsTo(phoneNumber)
    expect(request).toMatchObject({
      sent: { phone_number: phoneNumber, country: 'DE', send_attempt: 1 },
      status: 200,
    })
    await person.types(await servers.sms.code(phoneNumber))
    await person.isAt('verified')

    const userId = `@${credentials.username}:homeserver.test`
    const outcome = await person.outcome()
    expect(outcome).toMatchObject({ account: { userId } })
    const token = ('account' in outcome && outcome.account?.accessToken) || ''
    expect(await get(`${open}/_matrix/client/v3/account/whoami`, token)).toMatchObject({ user_id: userId })
    expect(await numbersOf(open, token)).toEqual([phoneNumber])
  })

  test('is added to an account', async ({ servers, person }) => {
    const { open } = servers.urls
    const phoneNumber = newNumber()
    const account = await createAccount(open)
    await person.opens({ homeserver: open, purpose: 'addToAccount', ...account })
    const request = await person.sendsTo(phoneNumber)
    expect(request.status).toBe(200)
    await person.types(await servers.sms.code(phoneNumber))
    expect(await person.outcome()).toEqual({ account: null })
    expect(await numbersOf(open, account.accessToken)).toEqual([phoneNumber])
  })

  test('cannot reset a password, because Synapse does not know how', async ({ servers, person }) => {
    const phoneNumber = newNumber()
    await createAccount(servers.urls.open, { phoneNumber, sms: servers.sms })
    await person.opens({ homeserver: servers.urls.open, purpose: 'resetPassword' })
    expect(await person.sendsTo(phoneNumber)).toMatchObject({
      status: 404,
      body: { errcode: 'M_UNRECOGNIZED' },
    })
    await person.isAt('unsupported')
    await person.reads(en.unsupported)
    expect(servers.sms.to(phoneNumber)).toHaveLength(1)
  })
})

async function numbersOf(homeserver: string, accessToken: string): Promise<string[]> {
  const { threepids } = await get(`${homeserver}/_matrix/client/v3/account/3pid`, accessToken)
  return (threepids as { address: string }[]).map(({ address }) => `+${address}`)
}
