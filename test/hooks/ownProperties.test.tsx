import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { usePhoneSupport } from '../../src/hooks/usePhoneSupport.js'
import { useRegisterWithPhone } from '../../src/hooks/useRegisterWithPhone.js'
import { createMatrixClient } from '../../src/matrix/createMatrixClient.js'
import { ALICE, inStep, renderVerification } from '../support/hooks.js'
import { advance } from '../support/time.js'
import { Wire } from '../support/wire.js'
import { CHALLENGE, PHONE, renderAccountHook } from './account.js'

const OPTIONS = [
  'nextLink',
  'resendDelay',
  'onVerified',
  'onEvent',
  'getRandomValues',
  'enabled',
  'otherStages',
]

beforeEach(() => {
  vi.useFakeTimers()
  sessionStorage.clear()
})
afterEach(() => {
  for (const name of OPTIONS) Reflect.deleteProperty(Object.prototype, name)
})

/** Gives every object of the page a member, as a fault elsewhere on it may. */
function pollute(name: string, value: unknown): void {
  Object.defineProperty(Object.prototype, name, { value, configurable: true, writable: true })
}

it('sends no link that every object of the page has', async () => {
  pollute('nextLink', 'https://evil.example/')
  const { wire, do: person } = renderVerification()
  await person(({ send }) => send(ALICE))
  expect(Object.keys(wire.sends[0] ?? {}).sort()).toEqual([
    'client_secret',
    'country',
    'phone_number',
    'send_attempt',
  ])
})

it('waits as long as without a delay that every object of the page has', async () => {
  pollute('resendDelay', 1)
  const { result, do: person } = renderVerification()
  const before = Date.now()
  await person(({ send }) => send(ALICE))
  expect(inStep(result.current, 'code').resendAt).toBeGreaterThan(before + 20_000)
})

it('gives the proof and the events to no function that every object of the page has', async () => {
  const steal = vi.fn()
  pollute('onVerified', steal)
  pollute('onEvent', steal)
  pollute('getRandomValues', (bytes: Uint8Array) => {
    steal()
    return bytes
  })
  const { result, do: person } = renderVerification()
  await person(({ send }) => send(ALICE))
  await person(({ verify }) => verify('123456'))
  expect(result.current.step).toBe('verified')
  expect(steal).not.toHaveBeenCalled()
})

it('lets no function that every object of the page has answer a stage', async () => {
  const wire = new Wire()
  wire.reply(401, { ...CHALLENGE, flows: [{ stages: ['m.login.terms', 'm.login.msisdn'] }] })
  const answer = vi.fn(() => ({}))
  pollute('otherStages', answer)
  const { result, run } = renderAccountHook(() => useRegisterWithPhone({ homeserver: wire.client() }))
  await run(({ mutate }) => mutate({ phone: PHONE, username: 'alice' }))
  expect(result.current.error).toMatchObject({ kind: 'stage-unanswered' })
  expect(answer).not.toHaveBeenCalled()
})

it('asks what a homeserver can do whatever every object of the page has', async () => {
  pollute('enabled', false)
  const fetch = vi.fn(() => Promise.resolve(new Response('{}', { status: 404 })))
  const homeserver = createMatrixClient({ baseUrl: 'https://matrix.example.org', fetch })
  renderAccountHook(() => usePhoneSupport({ homeserver, purpose: 'register' }))
  await advance(0)
  expect(fetch).toHaveBeenCalled()
})
