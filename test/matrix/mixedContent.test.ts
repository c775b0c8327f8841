import { expect, it, vi } from 'vitest'
import { createMatrixClient } from '../../src/matrix/createMatrixClient.js'
import type { PhoneVerificationError } from '../../src/matrix/PhoneVerificationError.js'
import { Wire } from '../support/wire.js'

const NUMBER = { clientSecret: 'secret', country: 'GB', phoneNumber: '+447700900123', sendAttempt: 1 }

/** Asks for an SMS on a page, and answers what came of it. */
async function ask(page: string | undefined, baseUrl: string, allowInsecure = false) {
  vi.stubGlobal('location', page === undefined ? undefined : new URL(page))
  const wire = new Wire()
  const client = createMatrixClient({ baseUrl, fetch: wire.fetch, allowInsecure })
  const outcome = await client.requestTokenToRegisterMSISDN(NUMBER).then(
    () => 'sent',
    (error: unknown) => (error as PhoneVerificationError).kind,
  )
  vi.unstubAllGlobals()
  return { outcome, requests: wire.requests.length }
}

const pages = ['https://app.example.org/', 'capacitor://localhost/', 'tauri://localhost/', 'app://host/']

it.each(pages)(
  'sends nothing from %s to a homeserver on the LAN over http, which is blocked there',
  async (page) => {
    for (const server of [
      'http://192.168.1.20:8008',
      'http://synapse',
      'http://[fd00::1]',
      'http://a.local',
    ]) {
      expect(await ask(page, server)).toEqual({ outcome: 'insecure-homeserver', requests: 0 })
    }
  },
)

it.each([
  ['https://app.example.org/', 'https://192.168.1.20'],
  ['https://app.example.org/', 'http://localhost:8008'],
  ['https://app.example.org/', 'http://127.0.0.1:8008'],
  ['capacitor://localhost/', 'http://[::1]:8008'],
  ['http://192.168.1.3/', 'http://192.168.1.20:8008'],
  ['file:///app/index.html', 'http://192.168.1.20:8008'],
  ['chrome-extension://abcdef/page.html', 'http://192.168.1.20:8008'],
  [undefined, 'http://192.168.1.20:8008'],
])('sends from %s to %s', async (page, server) => {
  expect(await ask(page, server)).toEqual({ outcome: 'sent', requests: 1 })
})

it('sends where the app says that its platform lets it', async () => {
  expect(await ask('capacitor://localhost/', 'http://192.168.1.20', true)).toMatchObject({ outcome: 'sent' })
})
