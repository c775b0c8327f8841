import { describe, expect } from 'vitest'
import { SimulatedHomeserver } from '../../src/testing/index.js'
import { Conversation } from './Conversation.js'
import { newNumber, test } from './fixtures.js'
import type { Answer } from './account.js'
import { accounts, offers, registrations, requests, submissions, type Talk } from './talks.js'

describe('the simulated homeserver answers like Synapse with Sydent', () => {
  describe('to a request:', () => agree(requests))
  describe('to the submission of', () => agree(submissions))
  describe('to a registration with', () => agree(registrations))
  describe('to an account:', () => agree(accounts))
  describe('to who asks for', () => agree(offers))
})

function agree(talks: [string, Talk][]) {
  for (const [name, talk] of talks) {
    test(name, async ({ servers: { urls, sms } }) => {
      const simulated = new SimulatedHomeserver({
        baseUrl: 'https://homeserver.test',
        scenario: 'synapse',
        rateLimit: { burst: 1000, perSecond: 1000 },
      })
      const phoneNumber = newNumber()
      const real = { baseUrl: urls.open, fetch, readCode: (to: string) => sms.code(to) }
      const likeness = {
        baseUrl: simulated.baseUrl,
        fetch: simulated.fetch,
        readCode: async (to: string) => simulated.lastSms(to)?.code ?? '',
      }
      const expected = comparable(await talk(new Conversation(real, phoneNumber)))
      expect(comparable(await talk(new Conversation(likeness, phoneNumber)))).toEqual(expected)
    })
  }
}

/** An answer without what is random, and without the words, which nobody goes by. */
function comparable({ status, body }: Answer) {
  const { sid, session, user_id, access_token, device_id, submit_url, error, ...rest } = body
  const secrets = { sid, session, user_id, access_token, device_id, error }
  return {
    status,
    ...rest,
    has: Object.entries(secrets).flatMap(([key, value]) => (value === undefined ? [] : [key])),
    submitPath: submit_url === undefined ? undefined : new URL(submit_url as string).pathname,
  }
}
