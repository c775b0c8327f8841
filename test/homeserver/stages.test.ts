import { createHmac } from 'node:crypto'
import { describe, expect } from 'vitest'
import { get, newCredentials, post } from './account.js'
import { SHARED_SECRET } from './configs.js'
import { newNumber, test } from './fixtures.js'

describe('a Synapse that wants a registration token, a captcha, accepted terms and a number', () => {
  test('registers a person with one SMS', async ({ servers: { urls, sms }, person }) => {
    const { thorough } = urls
    const phoneNumber = newNumber()
    const credentials = newCredentials()
    const registrationToken = await createRegistrationToken(thorough)
    await person.opens({ homeserver: thorough, purpose: 'register', ...credentials, registrationToken })
    await person.sendsTo(phoneNumber)
    await person.types(await sms.code(phoneNumber))
    expect(await person.outcome()).toMatchObject({
      account: { userId: `@${credentials.username}:homeserver.test` },
    })
    expect(sms.to(phoneNumber)).toHaveLength(1)
  })

  test('refuses a wrong token without another SMS', async ({ servers: { urls, sms }, person }) => {
    const phoneNumber = newNumber()
    const errand = { ...newCredentials(), registrationToken: 'wrong' }
    await person.opens({ homeserver: urls.thorough, purpose: 'register', ...errand })
    await person.sendsTo(phoneNumber)
    await person.types(await sms.code(phoneNumber))
    expect(await person.outcome()).toMatchObject({ kind: 'stage-refused', recovery: 'answer-stage' })
    expect(sms.to(phoneNumber)).toHaveLength(1)
  })
})

/** Makes a token that allows one registration, as an administrator who is made for it. */
async function createRegistrationToken(homeserver: string): Promise<string> {
  const url = `${homeserver}/_synapse/admin/v1`
  const { nonce } = await get(`${url}/register`, '')
  const { username, password } = newCredentials()
  const mac = createHmac('sha1', SHARED_SECRET)
    .update([nonce, username, password, 'admin'].join('\0'))
    .digest('hex')
  const admin = await post(`${url}/register`, { nonce, username, password, admin: true, mac })
  const token = await post(
    `${url}/registration_tokens/new`,
    { uses_allowed: 1 },
    String(admin.body['access_token']),
  )
  return String(token.body['token'])
}
