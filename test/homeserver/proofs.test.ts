import { describe, expect } from 'vitest'
import { createMatrixClient } from '../../src/matrix/createMatrixClient.js'
import { registerWithPhone } from '../../src/matrix/registerWithPhone.js'
import { en } from '../../src/messages/en.js'
import { newCredentials } from './account.js'
import { Conversation } from './Conversation.js'
import { newNumber, test } from './fixtures.js'

const LATE = 25 * 60 * 60 * 1000

describe('a number that two browsers verify', () => {
  test('becomes the account of whoever registers first; the other one reads that it is in use', async ({
    servers: { urls, sms },
    person,
    stranger,
  }) => {
    const phoneNumber = newNumber()
    for (const one of [person, stranger]) {
      await one.opens({ homeserver: urls.open, purpose: 'register', ...newCredentials() })
      await one.sendsTo(phoneNumber)
    }
    const [first, second] = [await sms.code(phoneNumber), await sms.code(phoneNumber, 2)]
    await person.types(first)
    expect(await person.outcome()).toHaveProperty('account.userId')
    await stranger.types(second)
    expect(await stranger.outcome()).toEqual({
      kind: 'number-in-use',
      recovery: 'sign-in',
      errcode: 'M_THREEPID_IN_USE',
    })
    expect(sms.to(phoneNumber)).toHaveLength(2)
  })
})

describe('a proof', () => {
  test('makes one account, and is then refused', async ({ servers: { urls, sms } }) => {
    const phoneNumber = newNumber()
    const readCode = (to: string) => sms.code(to)
    const talk = new Conversation({ baseUrl: urls.open, fetch, readCode }, phoneNumber)
    const { sid, client_secret: clientSecret } = await talk.verify()
    const register = () => {
      const phone = { phoneNumber, country: 'DE', sid, clientSecret }
      return registerWithPhone(createMatrixClient({ baseUrl: urls.open }), phone, newCredentials())
    }
    expect(await register()).toHaveProperty('accessToken')
    await expect(register()).rejects.toMatchObject({ kind: 'number-in-use', recovery: 'sign-in' })
    expect(sms.to(phoneNumber)).toHaveLength(1)
  })

  test('that is 25 hours old is refused, and another SMS is asked for', async ({
    servers: { urls, sms, delegate },
    person,
    onTestFinished,
  }) => {
    const phoneNumber = newNumber()
    await person.opens({ homeserver: urls.open, purpose: 'register', ...newCredentials(), isLater: 'true' })
    await person.sendsTo(phoneNumber)
    await person.types(await sms.code(phoneNumber))
    await person.isAt('verified')

    onTestFinished(() => delegate.setClockAhead(0))
    await delegate.setClockAhead(LATE)
    await person.clicks('Finish')
    expect(await person.outcome()).toMatchObject({ kind: 'proof-refused', recovery: 'verify-again' })
    expect(sms.to(phoneNumber)).toHaveLength(1)
  })
})

describe('a code', () => {
  test('that is 25 hours late is refused, and the same code is taken after a resend', async ({
    servers: { urls, sms, delegate },
    person,
    onTestFinished,
  }) => {
    const phoneNumber = newNumber()
    await person.opens({ homeserver: urls.open, purpose: 'register', ...newCredentials() })
    await person.sendsTo(phoneNumber)
    const code = await sms.code(phoneNumber)
    onTestFinished(() => delegate.setClockAhead(0))
    await delegate.setClockAhead(LATE)
    expect(await person.types(code)).toMatchObject({ status: 400, body: { errcode: 'M_UNKNOWN' } })
    await person.reads(en.errorCodeIncorrect)
    expect(await person.presses('Resend code')).toMatchObject({ sent: { send_attempt: 2 }, status: 200 })
    expect(await sms.code(phoneNumber, 2)).toBe(code)
    await person.types(code)
    expect(await person.outcome()).toHaveProperty('account.userId')
    expect(sms.to(phoneNumber)).toHaveLength(2)
  })
})
