import { describe, expect } from 'vitest'
import { en } from '../../src/messages/en.js'
import { newCredentials } from './account.js'
import { REQUEST } from './Conversation.js'
import type { ProxyFault } from './FaultyProxy.js'
import { newNumber, test } from './fixtures.js'

/** What happens on the way, what the person reads, and whether the homeserver hears of the request. */
const FAULTS: [ProxyFault, string, boolean][] = [
  ['drop-request', en.errorOffline, false],
  ['drop-answer', en.errorOffline, true],
  ['no-cors', en.errorOffline, true],
  ['redirect', en.errorBadResponse, false],
  ['bad-gateway', en.errorServer, false],
  ['portal', en.errorBadResponse, false],
]

describe('a proxy with the fault', () => {
  test.for(FAULTS)(
    '%s, when an SMS is asked for: the same request is made again by the person alone',
    async ([fault, words, isHeard], { servers, proxy, person, onTestFinished }) => {
      const phoneNumber = newNumber()
      await person.opens({ homeserver: proxy.url, purpose: 'register', ...newCredentials() })
      proxy.break(fault, REQUEST)
      onTestFinished(() => proxy.mend())
      await person.triesToSendTo(phoneNumber)
      await person.reads(words)
      // A browser repeats a request whose connection was closed, and Sydent texts at each.
      const arrived = [...proxy.arrived]
      expect(arrived.length).toBeGreaterThan(0)
      if (!fault.startsWith('drop-')) expect(arrived).toHaveLength(1)
      expect(servers.sms.to(phoneNumber)).toHaveLength(isHeard ? arrived.length : 0)

      proxy.mend()
      const again = await person.presses('Try again')
      expect(again.status).toBe(200)
      for (const sent of arrived) expect(again.sent).toEqual(sent)
      const texted = (isHeard ? arrived.length : 0) + 1
      await person.types(await servers.sms.code(phoneNumber, texted))
      expect(await person.outcome()).toHaveProperty('account.userId')
      expect(servers.sms.to(phoneNumber)).toHaveLength(texted)
    },
  )

  test.for(FAULTS)(
    '%s, when the code is submitted: the code stays, and is taken afterwards',
    async ([fault, words], { servers, proxy, person, onTestFinished }) => {
      const phoneNumber = newNumber()
      await person.opens({ homeserver: proxy.url, purpose: 'register', ...newCredentials() })
      await person.sendsTo(phoneNumber)
      proxy.break(fault, '/submit_token')
      onTestFinished(() => proxy.mend())
      await person.triesCode(await servers.sms.code(phoneNumber))
      await person.reads(words)
      await person.isAt('code')
      proxy.mend()
      expect(await person.presses('Try again', /\/submit_token$/)).toMatchObject({ status: 200 })
      expect(await person.outcome()).toHaveProperty('account.userId')
      expect(servers.sms.to(phoneNumber)).toHaveLength(1)
    },
  )
})

describe('a Synapse that is killed while it waits for its SMS service', () => {
  test('texts again when it is back and the person tries again', async ({
    servers,
    person,
    onTestFinished,
  }) => {
    const { homeservers, sms } = servers
    const phoneNumber = newNumber()
    await person.opens({ homeserver: servers.urls.behindProxy, purpose: 'register', ...newCredentials() })
    const release = sms.hold()
    onTestFinished(async () => {
      release()
      await homeservers.behindProxy.start()
    })
    await person.triesToSendTo(phoneNumber)
    const code = await sms.code(phoneNumber)
    await homeservers.behindProxy.kill()
    await person.reads(en.errorOffline)
    release()
    await homeservers.behindProxy.start()
    expect(await person.presses('Try again')).toMatchObject({ sent: { send_attempt: 1 }, status: 200 })
    expect(await sms.code(phoneNumber, 2)).toBe(code)
    await person.types(code)
    expect(await person.outcome()).toHaveProperty('account.userId')
    expect(sms.to(phoneNumber)).toHaveLength(2)
  })
})
