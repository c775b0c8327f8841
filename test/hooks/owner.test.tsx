import { QueryClient } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import { Activity } from 'react'
import { beforeEach, expect, it, vi } from 'vitest'
import { FlowRegistry, forgetPhoneVerifications, registryOf } from '../../src/hooks/flowRegistry.js'
import { COUNTRY_KEY, type FlowStorage } from '../../src/hooks/flowStorage.js'
import {
  usePhoneVerification,
  type UsePhoneVerificationResult,
} from '../../src/hooks/usePhoneVerification.js'
import { addPhoneToAccount } from '../../src/matrix/addPhoneToAccount.js'
import { registerWithPhone } from '../../src/matrix/registerWithPhone.js'
import { ALICE, BOB, inStep, Providers, renderVerification } from '../support/hooks.js'
import { CHALLENGE, registerAlice } from '../support/registerAlice.js'
import { advance, HOUR, MINUTE, settled } from '../support/time.js'
import { session, Wire } from '../support/wire.js'

beforeEach(() => {
  vi.useFakeTimers()
  sessionStorage.clear()
})

const stored = () => Object.values(sessionStorage).join()

function memory(entries = new Map<string, string>()): FlowStorage {
  return {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  }
}

async function verified(...[options, rendering]: Parameters<typeof renderVerification>) {
  const page = renderVerification(options, rendering)
  await page.do(({ send }) => send(ALICE))
  await page.do(({ verify }) => verify('123456'))
  expect(page.result.current.step).toBe('verified')
  return page
}

it('shows the same step in two components of one flow', async () => {
  const one = renderVerification()
  const two = renderVerification({ wire: one.wire }, { queryClient: one.queryClient })
  const held = one.wire.hold()
  await one.do(({ send }) => send(ALICE))
  expect(two.result.current).toMatchObject({ isPending: true, requestToken: { isPending: true } })
  await held.answer()
  expect(two.result.current).toMatchObject({ step: 'code', sentTo: ALICE, isPending: false })
  await two.do(({ verify }) => verify('123456'))
  expect(one.result.current.step).toBe('verified')
  expect(one.wire.requests).toHaveLength(2)
})

it('tells each component that is there when the number is verified, and each that mounts on it, once', async () => {
  const [first, second, late] = [vi.fn(), vi.fn(), vi.fn()]
  const one = renderVerification({ onVerified: first })
  const { wire, queryClient } = one
  renderVerification({ wire, onVerified: second }, { queryClient })
  await one.do(({ send }) => send(ALICE))
  await one.do(({ verify }) => verify('123456'))
  renderVerification({ wire, onVerified: late }, { queryClient })
  await settled()
  const { phone } = inStep(one.result.current, 'verified')
  for (const handler of [first, second]) {
    expect(handler).toHaveBeenCalledExactlyOnceWith(phone, { resumed: false })
  }
  expect(late).toHaveBeenCalledExactlyOnceWith(phone, { resumed: true })
})

it('keeps the request of one component when another one of the same flow goes', async () => {
  const one = renderVerification()
  const two = renderVerification({ wire: one.wire }, { queryClient: one.queryClient })
  const held = one.wire.hold()
  await one.do(({ send }) => send(ALICE))
  one.unmount()
  await held.answer()
  expect(two.result.current.step).toBe('code')
})

it('does not erase what another component did while it was hidden', async () => {
  const queryClient = new QueryClient()
  const homeserver = new Wire().client()
  const latest: Record<string, UsePhoneVerificationResult> = {}
  function Screen({ name }: { name: string }) {
    latest[name] = usePhoneVerification({ homeserver, purpose: 'register' })
    return null
  }
  const screen = (mode: 'visible' | 'hidden', hasOther: boolean) => (
    <Providers queryClient={queryClient}>
      <Activity mode={mode}>
        <Screen name="hidden" />
      </Activity>
      {hasOther && <Screen name="other" />}
    </Providers>
  )
  const { rerender } = render(screen('visible', false))
  rerender(screen('hidden', true))
  void latest['other']?.send(ALICE)
  await settled()
  void latest['other']?.verify('123456')
  await settled()
  rerender(screen('visible', false))
  await settled()
  expect(stored()).toContain('"step":"verified"')
  expect(latest['hidden']?.step).toBe('verified')
})

it('does not verify the second number when the first is confirmed late', async () => {
  const wire = new Wire()
  wire.reply(200, session('linkA', null))
  wire.reply(200, session('linkB', null))
  const page = renderVerification({ wire })
  await page.do(({ send }) => send(ALICE))
  const { confirm } = inStep(page.result.current, 'external')
  await page.do(({ changeNumber }) => changeNumber())
  await page.do(({ send }) => send(BOB))
  await page.do(() => confirm())
  expect(page.result.current).toMatchObject({ step: 'external', sentTo: BOB })
  await page.do(() => inStep(page.result.current, 'external').confirm())
  expect(page.result.current).toMatchObject({ step: 'verified', sentTo: BOB })
})

it('does not verify the second number when the app answers for the first late', async () => {
  const wire = new Wire()
  wire.reply(200, session('linkA', null))
  wire.reply(200, session('linkB', null))
  const answers: ((isDone: boolean) => void)[] = []
  const checkExternal = () => new Promise<boolean>((resolve) => answers.push(resolve))
  const page = renderVerification({ wire, checkExternal })
  await page.do(({ send }) => send(ALICE))
  await advance(5000)
  await page.do(({ send }) => send(BOB))
  await page.do(() => answers[0]?.(true))
  expect(page.result.current).toMatchObject({ step: 'external', sentTo: BOB })
})

it('leaves cleared what the app cleared, when the page goes after the component', async () => {
  const page = await verified()
  page.unmount()
  sessionStorage.clear()
  window.dispatchEvent(new Event('pagehide'))
  expect(stored()).toBe('')
})

it('leaves cleared what the app cleared, when the page goes with the component', async () => {
  await verified()
  sessionStorage.clear()
  window.dispatchEvent(new Event('pagehide'))
  expect(stored()).toBe('')
})

it('listens to the page once for all flows, and not at all without one', async () => {
  const [add, remove] = [vi.spyOn(window, 'addEventListener'), vi.spyOn(window, 'removeEventListener')]
  const one = renderVerification({ id: 'one' })
  const two = renderVerification({ id: 'two' }, { queryClient: one.queryClient })
  const ofPage = (spy: typeof add) =>
    spy.mock.calls.map(([type]) => type).filter((type) => type.startsWith('page'))
  // StrictMode mounts the first one twice.
  expect(ofPage(add).length - ofPage(remove).length).toBe(2)
  one.unmount()
  two.unmount()
  expect(ofPage(add)).toHaveLength(ofPage(remove).length)
})

it('sends nothing when no component shows the flow any more', async () => {
  const { wire, result, unmount } = renderVerification()
  const { send } = result.current
  unmount()
  await expect(send(ALICE)).resolves.toMatchObject({ step: 'number' })
  expect(wire.requests).toEqual([])
})

it('sends nothing for a flow that the component has left for another, though somebody else shows it', async () => {
  const one = renderVerification({ id: 'one' })
  const other = renderVerification({ wire: one.wire, id: 'one' }, { queryClient: one.queryClient })
  const { send } = one.result.current
  one.rerender({ id: 'two' })
  await one.do(() => send(ALICE))
  expect(one.wire.requests).toEqual([])
  expect(other.result.current.isPending).toBe(false)
})

it('forgets everything for a sign-out, in memory and in the storage', async () => {
  const page = await verified({ id: 'one' })
  const { wire, queryClient } = page
  const other = await verified({ wire, id: 'two' }, { queryClient })
  other.unmount()
  expect(sessionStorage).toHaveLength(2)
  await page.do(() => forgetPhoneVerifications(queryClient))
  expect(page.result.current).toMatchObject({ step: 'number', lastNumber: null, error: null })
  expect(stored()).toBe('')
  window.dispatchEvent(new Event('pagehide'))
  const again = renderVerification({ wire, id: 'two' }, { queryClient })
  await settled()
  expect(again.result.current.step).toBe('number')
  expect(stored()).toBe('')
})

it('tells the app once of a flow that was forgotten', async () => {
  const onEvent = vi.fn()
  const page = await verified({ onEvent })
  onEvent.mockClear()
  await page.do(() => forgetPhoneVerifications(page.queryClient))
  expect(onEvent.mock.calls.map(([{ type }]) => type as string)).toEqual(['reset'])
})

it('aborts what is under way for a sign-out, and drops its answer', async () => {
  const page = renderVerification()
  const held = page.wire.hold({ heedsAbort: false })
  await page.do(({ send }) => send(ALICE))
  await page.do(() => forgetPhoneVerifications(page.queryClient))
  expect(page.wire.requests[0]?.init.signal?.aborted).toBe(true)
  await held.answer()
  expect(page.result.current.step).toBe('number')
})

it('forgets what is in a storage of the app too', async () => {
  const entries = new Map<string, string>()
  const storage = memory(entries)
  const page = await verified({ storage })
  page.unmount()
  expect(entries.size).toBe(1)
  forgetPhoneVerifications(page.queryClient)
  expect(entries.size).toBe(0)
})

it('forgets the country that is remembered in a storage of the app, also after its flow is gone', async () => {
  const entries = new Map([[COUNTRY_KEY, 'GB']])
  const storage = memory(entries)
  const page = await verified({ storage })
  await registerAlice(page.wire, inStep(page.result.current, 'verified').phone)
  page.unmount()
  expect([...entries.keys()]).toEqual([COUNTRY_KEY])
  forgetPhoneVerifications(page.queryClient)
  expect(entries.size).toBe(0)
})

it.each([
  ['none and the usual one', () => [false as const, undefined]],
  ['two of the app', () => [memory(), memory()]],
])('shows one flow in two components that name two storages: %s', async (_, storages) => {
  const homeserver = new Wire().client()
  const latest: UsePhoneVerificationResult[] = []
  const [one, other] = storages()
  function Screen({ at, storage }: { at: number; storage: typeof one }) {
    latest[at] = usePhoneVerification({ homeserver, purpose: 'register', storage })
    return null
  }
  render(
    <Providers queryClient={new QueryClient()}>
      <Screen at={0} storage={one} />
      <Screen at={1} storage={other} />
    </Providers>,
  )
  void latest[0]?.send(ALICE)
  await settled()
  expect(latest.map(({ step }) => step)).toEqual(['code', 'code'])
})

it('forgets a proof that made an account, but leaves the screen as it is', async () => {
  const page = await verified()
  const { wire, queryClient } = page
  await registerAlice(wire, inStep(page.result.current, 'verified').phone)
  expect(page.result.current.step).toBe('verified')
  expect(stored()).toBe('')
  window.dispatchEvent(new Event('pagehide'))
  expect(stored()).toBe('')

  const onVerified = vi.fn()
  const next = renderVerification({ wire, onVerified }, { queryClient })
  await settled()
  expect(next.result.current.step).toBe('number')
  expect(onVerified).not.toHaveBeenCalled()
  page.unmount()
  const last = renderVerification({ wire }, { queryClient })
  expect(last.result.current.step).toBe('number')
})

it('forgets a spent proof of a screen that is gone, in the storage of the app too', async () => {
  const entries = new Map<string, string>()
  const storage = memory(entries)
  const page = await verified()
  const other = await verified({ wire: page.wire, id: 'other', storage }, { queryClient: page.queryClient })
  const phones = [page, other].map(({ result }) => inStep(result.current, 'verified').phone)
  page.unmount()
  other.unmount()
  for (const phone of phones) await registerAlice(page.wire, phone)
  expect(stored()).toBe('')
  expect(entries.size).toBe(0)
})

it('remembers no storage of the app in which nothing is left, and no app without a flow', async () => {
  const getItem = vi.fn(() => null)
  const storage = { getItem, setItem: () => undefined, removeItem: () => undefined }
  const gone = renderVerification({ storage })
  gone.unmount()
  getItem.mockClear()
  const spend = vi.spyOn(FlowRegistry.prototype, 'spend')
  const { wire, result, queryClient } = await verified()
  await registerAlice(wire, inStep(result.current, 'verified').phone)
  expect(spend.mock.contexts).toContain(registryOf(queryClient))
  expect(spend.mock.contexts).not.toContain(registryOf(gone.queryClient))
  expect(getItem).not.toHaveBeenCalled()
})

it('verifies another number on the screen whose proof was spent', async () => {
  const page = await verified()
  await registerAlice(page.wire, inStep(page.result.current, 'verified').phone)
  await page.do(({ changeNumber }) => changeNumber())
  await page.do(({ send }) => send(BOB))
  await page.do(({ verify }) => verify('123456'))
  expect(page.result.current).toMatchObject({ step: 'verified', sentTo: BOB })
  expect(stored()).toContain('"step":"verified"')
})

it('keeps the number that a person went on to when the proof of an earlier screen is spent', async () => {
  const page = await verified()
  const { phone } = inStep(page.result.current, 'verified')
  page.unmount()
  const next = renderVerification({ wire: page.wire }, { queryClient: page.queryClient })
  await settled()
  await next.do(({ changeNumber }) => changeNumber())
  await next.do(({ send }) => send(BOB))
  const kept = stored()
  await registerAlice(page.wire, phone)
  expect(stored()).toBe(kept)
  expect(next.result.current).toMatchObject({ step: 'code', sentTo: BOB })
})

it('keeps the proof where the account helper failed', async () => {
  const page = await verified()
  const { phone } = inStep(page.result.current, 'verified')
  page.wire.reply(401, CHALLENGE)
  page.wire.reply(400, { errcode: 'M_USER_IN_USE' })
  const registering = registerWithPhone(page.wire.client(), phone, { username: 'alice' }).catch(
    () => 'failed',
  )
  await settled()
  expect(await registering).toBe('failed')
  expect(stored()).toContain('"step":"verified"')
})

it.each([
  ['another account', { userId: '@mallory:example.org', accessToken: 'mallory' }],
  ['another token', { accessToken: 'mallory' }],
  ['nobody', {}],
])('gives nothing of an account’s flow to %s', async (_, who) => {
  const wire = new Wire()
  const ofAlice = { homeserver: wire.client({ userId: '@alice:example.org', accessToken: 'alice' }) }
  const page = await verified({ wire, purpose: 'addToAccount', ...ofAlice })
  page.unmount()
  const onVerified = vi.fn()
  const options = { wire, purpose: 'addToAccount', homeserver: wire.client(who), onVerified } as const
  const other = renderVerification(options, { queryClient: page.queryClient })
  await settled()
  expect(other.result.current.step).toBe('number')
  expect(onVerified).not.toHaveBeenCalled()
  other.unmount()

  const again = renderVerification({ wire, purpose: 'addToAccount', ...ofAlice })
  await settled()
  expect(again.result.current.step).toBe('verified')
})

it('keeps nothing of a number for an account that is not known', async () => {
  const page = await verified({ purpose: 'addToAccount' })
  expect(stored()).toBe('')
  page.unmount()
  const again = renderVerification(
    { wire: page.wire, purpose: 'addToAccount' },
    { queryClient: page.queryClient },
  )
  await settled()
  expect(again.result.current.step).toBe('number')
})

it('forgets the proof that was added to an account', async () => {
  const wire = new Wire()
  const homeserver = wire.client({ userId: '@alice:example.org', accessToken: 'alice' })
  const page = await verified({ wire, purpose: 'addToAccount', homeserver })
  wire.reply(200, {})
  const adding = addPhoneToAccount(homeserver, inStep(page.result.current, 'verified').phone)
  await settled()
  await adding
  expect(stored()).toBe('')
})

it('is kept for an hour after the last action, or as long as the app says, but a day at most', async () => {
  const page = renderVerification()
  const { wire } = page
  await page.do(({ send }) => send(ALICE))
  const onReload = async (maxAge?: number) => {
    const next = renderVerification({ wire, maxAge })
    await settled()
    const { step } = next.result.current
    next.unmount()
    return step
  }
  page.unmount()
  await advance(HOUR - 1)
  expect(await onReload()).toBe('code')
  expect(await onReload(MINUTE)).toBe('number')
})

it('resolves with the state as it is when the action is over', async () => {
  const { wire, result, do: person } = renderVerification()
  const outcomes: unknown[] = []
  const { send, resend, verify } = result.current
  await person(async () => outcomes.push(await send(ALICE)))
  await person(async () => outcomes.push(await resend()))
  wire.reply(400, { errcode: 'M_TOKEN_INCORRECT' })
  await person(async () => outcomes.push(await verify('111111')))
  await person(async () => outcomes.push(await verify('123456')))
  expect(outcomes).toMatchObject([
    { step: 'code', sentTo: ALICE, error: null, isPending: false },
    { step: 'code', sentTo: ALICE, error: null },
    { step: 'code', error: { kind: 'code-incorrect' } },
    { step: 'verified', phone: { phoneNumber: ALICE.phoneNumber, sid: 'sid1' }, error: null },
  ])
})

it('resolves a second press with the end of the first', async () => {
  const { wire, result, do: person } = renderVerification()
  const outcomes: unknown[] = []
  const press = async () => outcomes.push((await result.current.send(ALICE)).step)
  const held = wire.hold()
  await person(() => void press())
  await person(() => void press())
  expect(outcomes).toEqual([])
  await held.answer()
  expect(outcomes).toEqual(['code', 'code'])
  expect(wire.requests).toHaveLength(1)
})

it('gives the earlier number back after "Change number", and after a reload too', async () => {
  const page = await verified()
  await page.do(({ changeNumber }) => changeNumber())
  expect(inStep(page.result.current, 'number').lastNumber).toMatchObject(ALICE)
  await page.do(({ send }) => send(BOB))
  await page.do(({ changeNumber }) => changeNumber())
  page.unmount()
  const again = renderVerification({ wire: page.wire })
  await settled()
  expect(inStep(again.result.current, 'number').lastNumber).toMatchObject(BOB)
  await again.do(({ reset }) => reset())
  expect(inStep(again.result.current, 'number').lastNumber).toBeNull()
})

it('does not take an SMS for a failure because the app cannot say when to resend', async () => {
  const fail = () => {
    throw new Error('no delay')
  }
  const { result, do: person } = renderVerification({ resendDelay: fail })
  await person(({ send }) => send(ALICE))
  expect(inStep(result.current, 'code').resendAt - Date.now()).toBe(30_000)
})

it('does not render for ever with a clock that is made on every render', async () => {
  const wire = new Wire()
  wire.reply(200, session('link', null))
  const homeserver = wire.client()
  const latest: { verification?: UsePhoneVerificationResult } = {}
  let renders = 0
  function Screen() {
    renders += 1
    latest.verification = usePhoneVerification({ homeserver, purpose: 'register', now: () => Date.now() })
    return null
  }
  render(
    <Providers queryClient={new QueryClient()}>
      <Screen />
    </Providers>,
  )
  void latest.verification?.send(ALICE)
  await settled()
  expect(latest.verification?.step).toBe('external')
  expect(renders).toBeLessThan(12)
})

it('shows the failure of onVerified to the component that took the first one’s place', async () => {
  const homeserver = new Wire().client()
  const queryClient = new QueryClient()
  const failures: ((error: Error) => void)[] = []
  const onVerified = () => new Promise((_, reject) => failures.push(reject))
  const latest: { verification?: UsePhoneVerificationResult } = {}
  function Screen() {
    latest.verification = usePhoneVerification({ homeserver, purpose: 'register', onVerified })
    return null
  }
  const screen = (key: string) => (
    <Providers queryClient={queryClient}>
      <Screen key={key} />
    </Providers>
  )
  const { rerender } = render(screen('one'))
  void latest.verification?.send(ALICE)
  await settled()
  void latest.verification?.verify('123456')
  await settled()
  rerender(screen('two'))
  await settled()
  for (const fail of failures) fail(new Error('name taken'))
  await settled()
  expect(latest.verification).toMatchObject({ step: 'verified', error: { operation: 'onVerified' } })
  if (latest.verification?.step === 'verified') latest.verification.retry()
  await settled()
  expect(failures).toHaveLength(3)
  expect(latest.verification?.error).toBeNull()
})
