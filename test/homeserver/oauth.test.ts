import { describe, expect } from 'vitest'
import { createMatrixClient } from '../../src/matrix/createMatrixClient.js'
import { probePhoneSupport } from '../../src/matrix/probePhoneSupport.js'
import { test } from './fixtures.js'

describe('a Synapse that leaves its accounts to an OAuth 2.0 provider', () => {
  test.for(['register', 'resetPassword', 'addToAccount'] as const)(
    'says before an SMS is asked for that it is of no use to %s, and where accounts are',
    async (purpose, { servers: { urls }, services }) => {
      const client = createMatrixClient({ baseUrl: urls.delegating })
      expect(await probePhoneSupport(client, purpose)).toEqual({
        status: 'unsupported',
        reason: 'oauth',
        accountUrl: `${services.url}/account`,
      })
    },
  )
})
