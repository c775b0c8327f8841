import { QueryClient } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import { memo, Profiler, useEffect } from 'react'
import { beforeEach, expect, it, vi } from 'vitest'
import {
  usePhoneVerification,
  type UsePhoneVerificationResult,
} from '../../src/hooks/usePhoneVerification.js'
import { ALICE, inStep, Providers, renderVerification } from '../support/hooks.js'
import { settled } from '../support/time.js'
import { Wire } from '../support/wire.js'

beforeEach(() => {
  vi.useFakeTimers()
  sessionStorage.clear()
})

const ACTIONS = ['send', 'resend', 'verify', 'changeNumber', 'reset'] as const

it('gives the same actions for as long as the flow is the same', async () => {
  const { wire, result, rerender, do: person } = renderVerification()
  const first = result.current
  rerender({ homeserver: wire.client(), onVerified: () => undefined, now: () => Date.now() })
  await person(({ send }) => send(ALICE))
  await person(({ verify }) => verify('123456'))
  rerender({ homeserver: wire.client(), onVerified: () => undefined })
  expect(result.current.step).toBe('verified')
  for (const action of ACTIONS) expect(result.current[action]).toBe(first[action])
})

it('gives actions that need no object to be called on, and that work from an early render', async () => {
  const { wire, result, do: person } = renderVerification()
  const { send, verify, changeNumber, reset } = result.current
  await person(() => send(ALICE))
  await person(() => changeNumber())
  await person(() => send(ALICE))
  await person(() => verify('123456'))
  expect(result.current.step).toBe('verified')
  expect(wire.requests).toHaveLength(2)
  await person(() => reset())
  expect(result.current.step).toBe('number')
})

it('gives the same object when a render changed nothing, at every step', async () => {
  const { wire, result, rerender, do: person } = renderVerification()
  const expectSame = () => {
    const before = result.current
    rerender({ homeserver: wire.client(), onVerified: () => undefined, checkExternal: async () => false })
    expect(result.current).toBe(before)
  }
  expectSame()
  const held = wire.hold()
  await person(({ send }) => send(ALICE))
  expectSame()
  await held.answer()
  expectSame()
  await person(({ verify }) => verify('123456'))
  expectSame()
})

it('gives the same proof and the same number for as long as they are the same', async () => {
  const onVerified = vi.fn().mockRejectedValueOnce(new Error('no'))
  const { wire, result, rerender, do: person } = renderVerification({ onVerified })
  await person(({ send }) => send(ALICE))
  const { sentTo } = inStep(result.current, 'code')
  wire.reply(502)
  await person(({ verify }) => verify('123456'))
  expect(inStep(result.current, 'code').sentTo).toBe(sentTo)
  await person(({ verify }) => verify('123456'))
  const verified = inStep(result.current, 'verified')
  await person(() => verified.retry())
  rerender({ homeserver: wire.client() })
  expect(inStep(result.current, 'verified').phone).toBe(verified.phone)
  expect(inStep(result.current, 'verified').sentTo).toBe(verified.sentTo)
})

it('lets an effect depend on what it returns', async () => {
  const wire = new Wire()
  const onChange = vi.fn()
  const latest: { verification?: UsePhoneVerificationResult } = {}
  function Field({ value }: { value: unknown }) {
    const verification = usePhoneVerification({ homeserver: wire.client(), purpose: 'register' })
    const phone = verification.step === 'verified' ? verification.phone : null
    useEffect(() => {
      latest.verification = verification
    }, [verification])
    useEffect(() => {
      onChange(phone)
    }, [phone, value])
    return null
  }
  const queryClient = new QueryClient()
  const screen = (value: number) => (
    <Providers queryClient={queryClient}>
      <Field value={value} />
    </Providers>
  )
  const { rerender } = render(screen(1))
  void latest.verification?.send(ALICE)
  await settled()
  void latest.verification?.verify('123456')
  await settled()
  rerender(screen(1))
  // Twice at first, in StrictMode, and once when it was verified.
  expect(onChange).toHaveBeenCalledTimes(3)
})

it('renders nobody but the component that calls it, and that one a few times a request', async () => {
  const wire = new Wire()
  const queryClient = new QueryClient()
  const latest: { verification?: UsePhoneVerificationResult } = {}
  const commits: string[] = []
  const Sibling = memo(() => null)
  function Form() {
    latest.verification = usePhoneVerification({ homeserver: wire.client(), purpose: 'register' })
    return null
  }
  const profiled = (id: string) => commits.push(id)
  render(
    <Providers queryClient={queryClient}>
      <Profiler id="form" onRender={profiled}>
        <Form />
      </Profiler>
      <Profiler id="sibling" onRender={profiled}>
        <Sibling />
      </Profiler>
    </Providers>,
  )
  commits.length = 0
  void latest.verification?.send(ALICE)
  await settled()
  expect(latest.verification?.step).toBe('code')
  expect(new Set(commits)).toEqual(new Set(['form']))
  expect(commits.length).toBeLessThanOrEqual(4)
})
