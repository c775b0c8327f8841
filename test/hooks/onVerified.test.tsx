import { QueryClient } from '@tanstack/react-query'
import { renderHook } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { usePhoneVerification } from '../../src/hooks/usePhoneVerification.js'
import { PhoneVerificationError } from '../../src/matrix/PhoneVerificationError.js'
import { ALICE, BOB, inStep, Providers, renderVerification } from '../support/hooks.js'
import { loadedPage, reloadedPage } from '../support/pages.js'
import { settled } from '../support/time.js'
import { Wire } from '../support/wire.js'

beforeEach(() => {
  vi.useFakeTimers()
  sessionStorage.clear()
})

async function verified(...options: Parameters<typeof renderVerification>) {
  const verification = renderVerification(...options)
  await verification.do(({ send }) => send(ALICE))
  await verification.do(({ verify }) => verify('123456'))
  expect(verification.result.current.step).toBe('verified')
  return verification
}

it('tells the app once, however often the component renders', async () => {
  const onVerified = vi.fn()
  const { wire, rerender } = await verified({ onVerified })
  for (let render = 0; render < 3; render += 1) rerender({ onVerified, homeserver: wire.client() })
  await settled()
  expect(onVerified).toHaveBeenCalledTimes(1)
})

it('tells a component that mounts on the proof later, and says that it resumes', async () => {
  const onVerified = vi.fn()
  const { wire, queryClient, result, unmount } = await verified({ onVerified })
  const { phone } = inStep(result.current, 'verified')
  unmount()
  await settled()
  const again = renderVerification({ wire, onVerified }, { queryClient })
  await settled()
  expect(again.result.current.step).toBe('verified')
  expect(onVerified.mock.calls).toEqual([
    [phone, { resumed: false }],
    [phone, { resumed: true }],
  ])
})

it('tells the app once more after a reload, and says that it resumes', async () => {
  const onVerified = vi.fn()
  const { wire, result } = await verified({ onVerified, id: 'reload' }, { hook: await loadedPage() })
  const { phone } = inStep(result.current, 'verified')
  const hook = await reloadedPage()
  const again = renderVerification({ wire, onVerified, id: 'reload' }, { hook })
  await settled()
  expect(again.result.current.step).toBe('verified')
  expect(onVerified.mock.calls).toEqual([
    [phone, { resumed: false }],
    [phone, { resumed: true }],
  ])
  again.rerender({ onVerified, id: 'reload' })
  await settled()
  expect(onVerified).toHaveBeenCalledTimes(2)
  expect(wire.requests).toHaveLength(2)
})

it('tells no app of a proof that was reset before the reload', async () => {
  const onVerified = vi.fn()
  const { wire, do: person } = await verified({ onVerified, id: 'reset' }, { hook: await loadedPage() })
  await person(({ reset }) => reset())
  const hook = await reloadedPage()
  const again = renderVerification({ wire, onVerified, id: 'reset' }, { hook })
  await settled()
  expect(again.result.current.step).toBe('number')
  expect(onVerified).toHaveBeenCalledTimes(1)
})

it('calls the newest handler', async () => {
  const older = vi.fn()
  const newer = vi.fn()
  const { rerender, do: person } = renderVerification({ onVerified: older })
  await person(({ send }) => send(ALICE))
  rerender({ onVerified: newer })
  await person(({ verify }) => verify('123456'))
  expect(older).not.toHaveBeenCalled()
  expect(newer).toHaveBeenCalledTimes(1)
})

it('shows the error and keeps the proof when the app fails with it, and tells it again on request', async () => {
  const onVerified = vi.fn().mockRejectedValueOnce(new TypeError('the app is broken'))
  const { result, do: person } = await verified({ onVerified })
  const { phone } = inStep(result.current, 'verified')
  expect(result.current.error).toMatchObject({
    name: 'PhoneVerificationError',
    kind: 'server-error',
    recovery: 'retry',
    operation: 'onVerified',
  })
  expect(result.current.error?.message).toContain('TypeError')

  await person((verification) => inStep(verification, 'verified').retry())
  expect(result.current).toMatchObject({ step: 'verified', error: null, phone })
  expect(onVerified.mock.calls).toEqual([
    [phone, { resumed: false }],
    [phone, { resumed: false }],
  ])
})

it('takes a handler that throws like one that rejects, and shows an error of ours as it is', async () => {
  const error = new PhoneVerificationError({
    kind: 'offline',
    operation: 'onVerified',
    message: 'No network.',
  })
  const onVerified = vi.fn(() => {
    throw error
  })
  const { result } = await verified({ onVerified })
  expect(result.current.step).toBe('verified')
  expect(result.current.error).toBe(error)
})

it('does not tell the app again while it is busy with the proof, nor once it has it', async () => {
  let finish: () => void = () => undefined
  const onVerified = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)))
  const { result, do: person } = await verified({ onVerified })
  await person((verification) => inStep(verification, 'verified').retry())
  finish()
  await person((verification) => inStep(verification, 'verified').retry())
  expect(onVerified).toHaveBeenCalledTimes(1)
  expect(result.current.error).toBeNull()
})

it('tells a failing app once for two presses of "try again"', async () => {
  const onVerified = vi.fn().mockRejectedValueOnce(new Error('no'))
  const { do: person } = await verified({ onVerified })
  await person((verification) => {
    inStep(verification, 'verified').retry()
    inStep(verification, 'verified').retry()
  })
  expect(onVerified).toHaveBeenCalledTimes(2)
})

it('does not tell an app that is busy with the proof again, because another component’s failed with it', async () => {
  const failing = vi.fn().mockRejectedValue(new Error('no'))
  const busy = vi.fn(() => new Promise<void>(() => undefined))
  const { wire, queryClient, do: person } = renderVerification({ onVerified: failing })
  const other = renderVerification({ wire, onVerified: busy }, { queryClient })
  await person(({ send }) => send(ALICE))
  await person(({ verify }) => verify('123456'))
  expect(other.result.current.error?.operation).toBe('onVerified')
  await other.do((verification) => inStep(verification, 'verified').retry())
  expect(busy).toHaveBeenCalledOnce()
})

it('does not blame a newer number for the app’s failure with an older one', async () => {
  let fail: (error: Error) => void = () => undefined
  const onVerified = vi
    .fn()
    .mockImplementationOnce(() => new Promise<void>((_, reject) => (fail = reject)))
    .mockResolvedValue(undefined)
  const { result, do: person } = await verified({ onVerified })
  await person(({ reset }) => reset())
  await person(({ send }) => send(BOB))
  await person(({ verify }) => verify('123456'))
  await person(() => fail(new Error('no')))
  expect(result.current).toMatchObject({ step: 'verified', error: null })
})

it('leaves the storage to its successor when the app fails after the component has gone', async () => {
  let fail: (error: Error) => void = () => undefined
  const onVerified = vi
    .fn()
    .mockImplementationOnce(() => new Promise<void>((_, reject) => (fail = reject)))
    .mockResolvedValue(undefined)
  const { wire, unmount } = await verified({ onVerified })
  unmount()
  const next = renderVerification({ wire, onVerified })
  await next.do(({ reset }) => reset())
  await next.do(({ send }) => send(BOB))
  const kept = JSON.stringify(sessionStorage)
  await next.do(() => fail(new Error('no')))
  expect(JSON.stringify(sessionStorage)).toBe(kept)
})

it('tells the app where an effect runs twice, and gives two components two numbers', async () => {
  const wire = new Wire()
  const onVerified = vi.fn()
  const queryClient = new QueryClient()
  const { result } = renderHook(
    () => ({
      one: usePhoneVerification({ homeserver: wire.client(), purpose: 'register', id: 'one', onVerified }),
      two: usePhoneVerification({ homeserver: wire.client(), purpose: 'register', id: 'two', onVerified }),
    }),
    { wrapper: ({ children }) => <Providers queryClient={queryClient}>{children}</Providers> },
  )
  const both = async (action: (verification: typeof result.current.one) => Promise<unknown>) => {
    void action(result.current.one)
    void action(result.current.two)
    await settled()
  }
  await both(({ send }) => send(ALICE))
  await both(({ verify }) => verify('123456'))
  expect(result.current.one.step).toBe('verified')
  expect(result.current.two.step).toBe('verified')
  expect(onVerified).toHaveBeenCalledTimes(2)
  expect(new Set(wire.sends.map((body) => body['client_secret']))).toHaveLength(2)
})

it('repeats the call that failed, and no other, in whichever component the person tries again', async () => {
  const failing = vi.fn().mockRejectedValueOnce(new Error('no'))
  const content = vi.fn()
  const { wire, queryClient, do: person } = renderVerification({ onVerified: failing })
  const other = renderVerification({ wire, onVerified: content }, { queryClient })
  await person(({ send }) => send(ALICE))
  await person(({ verify }) => verify('123456'))
  await other.do((verification) => inStep(verification, 'verified').retry())
  expect(failing).toHaveBeenCalledTimes(2)
  expect(content).toHaveBeenCalledOnce()
  expect(other.result.current.error).toBeNull()
})

it('keeps one component’s failure on the screen when another one mounts', async () => {
  const failing = vi.fn().mockRejectedValue(new Error('no'))
  const { wire, queryClient, result } = await verified({ onVerified: failing })
  renderVerification({ wire, onVerified: vi.fn() }, { queryClient })
  await settled()
  expect(result.current.error?.operation).toBe('onVerified')
})
