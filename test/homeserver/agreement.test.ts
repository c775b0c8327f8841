import { describe, expect } from 'vitest'
import { SimulatedHomeserver } from '../../src/testing/index.js'
import { Conversation, REQUEST } from './Conversation.js'
import { newNumber, test } from './fixtures.js'
import type { Answer } from './account.js'
import type { Servers } from './servers.js'
import { accounts, offers, registrations, requests, signIns, submissions, texts, type Talk } from './talks.js'

describe('the simulated homeserver answers like Synapse with Sydent', () => {
  describe('to a request:', () => agree(requests))
  describe('to the submission of', () => agree(submissions))
  describe('to a registration with', () => agree(registrations))
  describe('to an account:', () => agree(accounts))
  describe('to who asks for', () => agree(offers))
  describe('to who signs in or out with', () => agree(signIns))
})

describe('the simulated homeserver texts like Synapse with Sydent, as often and with the same code:', () => {
  test.for(texts)('%s', async ([, changes], { servers }) => {
    const phoneNumber = newNumber()
    const { simulated, real, likeness } = bothOf(servers)
    for (const line of [real, likeness]) {
      const talk = new Conversation(line, phoneNumber)
      for (const change of changes) await talk.call(REQUEST, { ...talk.request, ...change })
    }
    // Sydent has texted when it answers.
    const really = servers.sms.to(phoneNumber).map(({ text }) => /\d{6}/.exec(text)?.[0])
    const alike = simulated.messages.map(({ code }) => code)
    expect(repetitionsOf(alike)).toEqual(repetitionsOf(really))
  })
})

/** Which codes are the same, whatever they are: the place of each among the different ones. */
function repetitionsOf(codes: (string | undefined)[]): number[] {
  const different = [...new Set(codes)]
  return codes.map((code) => different.indexOf(code))
}

function agree(talks: [string, Talk][]) {
  for (const [name, talk] of talks) {
    test(name, async ({ servers }) => {
      const phoneNumber = newNumber()
      const { real, likeness } = bothOf(servers)
      const expected = comparable(await talk(new Conversation(real, phoneNumber)))
      expect(comparable(await talk(new Conversation(likeness, phoneNumber)))).toEqual(expected)
    })
  }
}

function bothOf({ urls, sms }: Pick<Servers<'open'>, 'urls' | 'sms'>) {
  const simulated = new SimulatedHomeserver({
    baseUrl: 'https://homeserver.test',
    scenario: 'synapse',
    rateLimit: { burst: 1000, perSecond: 1000 },
  })
  const real = { baseUrl: urls.open, fetch, readCode: (to: string) => sms.code(to) }
  const likeness = {
    baseUrl: simulated.baseUrl,
    fetch: simulated.fetch,
    readCode: async (to: string) => simulated.lastSms(to)?.code ?? '',
  }
  return { simulated, real, likeness }
}

/** An answer without what is random, and without the words, which nobody goes by. */
function comparable({ status, body }: Answer) {
  const { sid, session, user_id, access_token, device_id, submit_url, error, well_known, ...rest } = body
  const secrets = { sid, session, user_id, access_token, device_id, error, well_known }
  return {
    status,
    ...rest,
    has: Object.entries(secrets).flatMap(([key, value]) => (value === undefined ? [] : [key])),
    submitPath: submit_url === undefined ? undefined : new URL(submit_url as string).pathname,
  }
}
