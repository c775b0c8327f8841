import { describe, expect } from 'vitest'
import { en } from '../../src/messages/en.js'
import { createAccount, newCredentials, requestCode } from './account.js'
import { newNumber, test } from './fixtures.js'

describe('a number in use', () => {
  test('is refused with the way on', async ({ servers, person }) => {
    const { open } = servers.urls
    const phoneNumber = newNumber()
    await createAccount(open, { phoneNumber, sms: servers.sms })
    await person.opens({ homeserver: open, purpose: 'register' })
    expect(await person.sendsTo(phoneNumber)).toMatchObject({
      status: 400,
      body: { errcode: 'M_THREEPID_IN_USE' },
    })
    await person.reads(en.errorNumberInUseRegister)
    await person.isAt('number')
    expect(servers.sms.to(phoneNumber)).toHaveLength(1)
  })

  test('is not given away by a discreet homeserver, and no code is asked for that never comes', async ({
    servers,
    person,
  }) => {
    const { discreet } = servers.urls
    const phoneNumber = newNumber()
    await createAccount(discreet, { phoneNumber, sms: servers.sms })
    await person.opens({ homeserver: discreet, purpose: 'register' })
    const { status, body } = await person.sendsTo(phoneNumber)
    expect(status).toBe(200)
    expect(Object.keys(body)).toEqual(['sid'])
    await person.isAt('external')
    await person.reads(en.externalTitle)
    expect(servers.sms.to(phoneNumber)).toHaveLength(1)
  })
})

describe('the limit that Synapse has by default', () => {
  test('is shown as a countdown, also to another number, and ends when it says', async ({
    servers: { urls, homeservers, sms },
    person,
  }) => {
    const { discreet } = urls
    let refused = await requestCode(discreet, newNumber())
    for (let asked = 1; asked < 6 && refused.status === 200; asked += 1) {
      refused = await requestCode(discreet, newNumber())
    }
    expect(refused).toMatchObject({ status: 429, body: { errcode: 'M_LIMIT_EXCEEDED' } })
    const wait = Number(refused.body['retry_after_ms'])
    expect(wait).toBeGreaterThan(300_000)
    expect(refused.headers.get('Retry-After')).toBe(String(Math.ceil(wait / 1000)))

    const phoneNumber = newNumber()
    await person.ownsTime()
    await person.opens({ homeserver: discreet, purpose: 'register', ...newCredentials() })
    expect(await person.sendsTo(phoneNumber)).toMatchObject({ status: 429 })
    await person.reads(en.errorRateLimited)
    await person.reads(/^You can send a code in 5:\d\d\.$/)
    await person.isAt('number')

    await homeservers.discreet.setClockAhead(wait)
    await person.waits(wait)
    expect(await person.presses('Send code')).toMatchObject({ status: 200 })
    await person.types(await sms.code(phoneNumber))
    expect(await person.outcome()).toHaveProperty('account.userId')
    expect(sms.to(phoneNumber)).toHaveLength(1)
  })
})
