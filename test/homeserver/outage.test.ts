import { describe, expect } from 'vitest'
import { en } from '../../src/messages/en.js'
import { newCredentials } from './account.js'
import { newNumber, test } from './fixtures.js'

describe('while the SMS service is down', () => {
  test('an SMS and a code wait for "Try again"', async ({ servers, person, onTestFinished }) => {
    const { delegate, sms, urls } = servers
    const phoneNumber = newNumber()
    await person.opens({ homeserver: urls.open, purpose: 'register', ...newCredentials() })

    onTestFinished(() => delegate.start())
    await delegate.stop()
    const failed = await person.sendsTo(phoneNumber)
    expect(failed).toMatchObject({ status: 500, body: { errcode: 'M_UNKNOWN' } })
    await person.reads(en.errorServer)
    await delegate.start()
    const sent = await person.presses('Try again')
    expect(sent).toMatchObject({ sent: failed.sent, status: 200 })
    const code = await sms.code(phoneNumber)

    await delegate.stop()
    expect((await person.types(code)).status).toBe(500)
    await person.reads(en.errorServer)
    await delegate.start()
    expect(await person.presses('Try again', /\/submit_token$/)).toMatchObject({ status: 200 })
    expect(await person.outcome()).toHaveProperty('account.userId')
    expect(sms.to(phoneNumber)).toHaveLength(1)
  })
})
