import { describe, expect } from 'vitest'
import { createMatrixClient } from '../../src/matrix/createMatrixClient.js'
import { probePhoneSupport } from '../../src/matrix/probePhoneSupport.js'
import { ACCOUNT_PAGE, newNumber, test } from './fixtures.js'

describe('a Synapse that leaves its accounts to an OAuth 2.0 provider', () => {
  test.for(['register', 'resetPassword', 'addToAccount'] as const)(
    'says before an SMS is asked for that it is of no use to %s, and where accounts are',
    async (purpose, { servers: { urls } }) => {
      const client = createMatrixClient({ baseUrl: urls.delegating })
      expect(await probePhoneSupport(client, purpose)).toEqual({
        status: 'unsupported',
        reason: 'oauth',
        accountUrl: ACCOUNT_PAGE,
      })
    },
  )

  test('has the form lead to the provider', async ({ servers, person }) => {
    const phoneNumber = newNumber()
    await person.opens({ homeserver: servers.urls.delegating, purpose: 'addToAccount' })
    expect(await person.sendsTo(phoneNumber)).toMatchObject({
      status: 404,
      body: { errcode: 'M_UNRECOGNIZED' },
    })
    await person.isAt('unsupported')
    expect(await person.linkTo('Manage your account')).toBe(`${ACCOUNT_PAGE}?action=org.matrix.profile`)
    expect(servers.sms.to(phoneNumber)).toEqual([])
  })
})
