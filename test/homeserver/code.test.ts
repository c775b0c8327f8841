import { describe, expect } from 'vitest'
import { en } from '../../src/messages/en.js'
import { newCredentials } from './account.js'
import { newNumber, test } from './fixtures.js'

describe('the code', () => {
  test('is refused when it is wrong, and the next one is accepted', async ({ servers, person }) => {
    const phoneNumber = newNumber()
    await person.opens({ homeserver: servers.urls.open, purpose: 'register', ...newCredentials() })
    await person.sendsTo(phoneNumber)
    const code = await servers.sms.code(phoneNumber)
    const wrong = code === '000000' ? '111111' : '000000'
    expect(await person.types(wrong)).toMatchObject({
      status: 400,
      body: { errcode: 'M_UNKNOWN', error: 'Error contacting the identity server' },
    })
    await person.reads(en.errorCodeIncorrect)
    await person.isAt('code')

    expect(await person.types(code)).toMatchObject({ status: 200, body: { success: true } })
    expect(await person.outcome()).toHaveProperty('account.userId')
  })

  test('is asked for again by nobody when the page is reloaded, and then accepted', async ({
    servers,
    person,
  }) => {
    const phoneNumber = newNumber()
    await person.opens({ homeserver: servers.urls.open, purpose: 'register', ...newCredentials() })
    await person.sendsTo(phoneNumber)
    const code = await servers.sms.code(phoneNumber)
    expect(await person.reloads('code')).toEqual([])
    expect(await person.types(code)).toMatchObject({ status: 200, body: { success: true } })
    expect(await person.outcome()).toHaveProperty('account.userId')
    expect(servers.sms.to(phoneNumber)).toHaveLength(1)
  })

  test('is texted again with the next attempt, the same one', async ({ servers, person }) => {
    const phoneNumber = newNumber()
    await person.opens({ homeserver: servers.urls.open, purpose: 'register', ...newCredentials() })
    const first = await person.sendsTo(phoneNumber)
    const code = await servers.sms.code(phoneNumber)
    const second = await person.presses('Resend code')
    expect(second.sent).toEqual({ ...first.sent, send_attempt: 2 })
    expect(second.body).toEqual(first.body)
    await person.reads(en.codeSentAgain)
    expect(await servers.sms.code(phoneNumber, 2)).toBe(code)
    expect(servers.sms.to(phoneNumber)).toHaveLength(2)

    await person.types(code)
    expect(await person.outcome()).toHaveProperty('account.userId')
  })
})
