import { beforeEach, expect, it, vi } from 'vitest'
import { ALICE, BOB, inStep, renderVerification } from '../support/hooks.js'
import { advance, MINUTE, settled } from '../support/time.js'
import { session, Wire } from '../support/wire.js'

const OTHER_URL = 'https://other.example.org'

beforeEach(() => {
  vi.useFakeTimers()
  sessionStorage.clear()
})

it('goes on undisturbed with a client that is made anew on every render', async () => {
  const wire = new Wire()
  const held = wire.hold()
  const { result, rerender, do: person } = renderVerification({ wire })
  await person(({ send }) => send(ALICE))
  rerender({ homeserver: wire.client() })
  expect(wire.requests[0]?.init.signal?.aborted).toBe(false)
  await held.answer()
  rerender({ homeserver: wire.client() })
  expect(inStep(result.current, 'code').sentTo).toMatchObject(ALICE)
  await person(({ verify }) => verify('123456'))
  rerender({ homeserver: wire.client() })
  expect(result.current.step).toBe('verified')
  expect(wire.requests).toHaveLength(2)
})

it.each([
  ['base URL', (wire: Wire) => ({ homeserver: wire.client({ baseUrl: OTHER_URL }) })],
  ['path', (wire: Wire) => ({ homeserver: wire.client({ apiPath: '/_api/client/v3' }) })],
  ['purpose', () => ({ purpose: 'addToAccount' as const })],
  ['id', () => ({ id: 'other' })],
])('aborts and begins afresh with another %s, and drops the late answer', async (_, change) => {
  const wire = new Wire()
  const onVerified = vi.fn()
  const { result, rerender, do: person } = renderVerification({ wire, onVerified })
  await person(({ send }) => send(ALICE))
  const held = wire.hold({ heedsAbort: false })
  await person(({ verify }) => verify('123456'))

  rerender(change(wire))
  expect(wire.requests[1]?.init.signal?.aborted).toBe(true)
  expect(result.current).toMatchObject({ step: 'number', isPending: false, sendAttempt: 0, error: null })
  await held.answer({ body: { success: true } })
  expect(result.current.step).toBe('number')
  expect(onVerified).not.toHaveBeenCalled()

  await person(({ send }) => send(ALICE))
  expect(wire.sends[1]?.['client_secret']).not.toBe(wire.sends[0]?.['client_secret'])
  rerender()
  expect(result.current.step).toBe('code')
  expect(wire.requests).toHaveLength(3)
})

it('sends nothing with an action of before to another homeserver', async () => {
  const wire = new Wire()
  const { result, rerender, do: person } = renderVerification({ wire })
  const before = result.current
  rerender({ homeserver: wire.client({ baseUrl: OTHER_URL }) })
  await person(() => before.send(ALICE))
  expect(wire.requests).toEqual([])
  expect(sessionStorage).toHaveLength(0)
  expect(result.current).toMatchObject({ step: 'number', isPending: false })
  await person(({ send }) => send(BOB))
  expect(wire.requests[0]?.url).toContain(OTHER_URL)
})

/** What a person does on the new homeserver, so that its second request is under way. */
const secondRequest = {
  resend: async ({ wire, do: person }: ReturnType<typeof renderVerification>) => {
    wire.loseConnection()
    await person(({ send }) => send(BOB))
    wire.hold()
    await person(({ send }) => send(BOB))
  },
  verify: async ({ wire, do: person }: ReturnType<typeof renderVerification>) => {
    await person(({ send }) => send(BOB))
    wire.hold()
    await person(({ verify }) => verify('111111'))
  },
}

it.each(['resend', 'verify'] as const)(
  'never sends the secret of one homeserver to another with a %s of before, whatever is under way there',
  async (action) => {
    const page = renderVerification()
    const { wire, result, rerender, do: person } = page
    await person(({ send }) => send(ALICE))
    await advance(MINUTE)
    const before = result.current
    rerender({ homeserver: wire.client({ baseUrl: OTHER_URL }) })
    await secondRequest[action](page)
    expect(wire.requests).toHaveLength(3)
    await person(() => (action === 'verify' ? before.verify('222222') : before.resend()))
    const [first, ...others] = wire.requests.map(({ body }) => body['client_secret'])
    expect(others).not.toContain(first)
  },
)

it.each(['send', 'verify', 'resend'] as const)('aborts a %s on unmount without a warning', async (action) => {
  const wire = new Wire()
  const onVerified = vi.fn()
  const { unmount, do: person } = renderVerification({ wire, onVerified })
  if (action !== 'send') await person(({ send }) => send(ALICE))
  await advance(MINUTE)
  const held = wire.hold({ heedsAbort: false })
  await person(({ send, verify, resend }) => {
    if (action === 'send') void send(ALICE)
    if (action === 'verify') void verify('123456')
    if (action === 'resend') void resend()
  })
  unmount()
  await settled()
  expect(wire.requests.at(-1)?.init.signal?.aborted).toBe(true)
  await held.answer({ body: { ...session(), success: true } })
  expect(onVerified).not.toHaveBeenCalled()
})

it('leaves no timer behind', async () => {
  const { unmount, do: person } = renderVerification()
  await person(({ send }) => send(ALICE))
  await person(({ verify }) => verify('123456'))
  unmount()
  await advance(1)
  expect(vi.getTimerCount()).toBe(0)
})

it('holds no timer while nothing is under way', async () => {
  const { do: person } = renderVerification()
  await settled()
  expect(vi.getTimerCount()).toBe(0)
  await person(({ send }) => send(ALICE))
  expect(vi.getTimerCount()).toBe(0)
})
