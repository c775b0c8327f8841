import { describe, expect } from 'vitest'
import { newCredentials } from './account.js'
import { newNumber, test } from './fixtures.js'

const DAY = 24 * 60 * 60 * 1000

describe.for([
  ['ahead', DAY],
  ['behind', -DAY],
] as const)('a device whose clock is a day %s', ([, offset]) => {
  test('registers with one SMS, over a reload', async ({ servers, person }) => {
    const { urls, sms } = servers
    const phoneNumber = newNumber()
    await person.setsClockAhead(offset)
    await person.opens({ homeserver: urls.open, purpose: 'register', ...newCredentials() })
    await person.sendsTo(phoneNumber)
    expect(await person.reloads('code')).toEqual([])
    await person.types(await sms.code(phoneNumber))
    expect(await person.outcome()).toHaveProperty('account.userId')
    expect(sms.to(phoneNumber)).toHaveLength(1)
  })

  test('from the middle on, takes the code that is on its way', async ({ servers, person }) => {
    const { urls, sms } = servers
    const phoneNumber = newNumber()
    await person.opens({ homeserver: urls.open, purpose: 'register', ...newCredentials() })
    await person.sendsTo(phoneNumber)
    await person.setsClockAhead(offset)
    await person.types(await sms.code(phoneNumber))
    expect(await person.outcome()).toHaveProperty('account.userId')
    expect(sms.to(phoneNumber)).toHaveLength(1)
  })
})

test('a clock that jumps a day ahead while the page is open loses nothing at the reload', async ({
  servers,
  person,
}) => {
  const { urls, sms } = servers
  const phoneNumber = newNumber()
  await person.opens({ homeserver: urls.open, purpose: 'register', ...newCredentials() })
  await person.sendsTo(phoneNumber)
  await person.setsClockAhead(DAY)
  expect(await person.reloads('code')).toEqual([])
  await person.types(await sms.code(phoneNumber))
  expect(await person.outcome()).toHaveProperty('account.userId')
  expect(sms.to(phoneNumber)).toHaveLength(1)
})
