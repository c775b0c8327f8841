import { QueryClient } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import { Activity } from 'react'
import { beforeEach, expect, it, vi } from 'vitest'
import {
  usePhoneVerification,
  type UsePhoneVerificationResult,
} from '../../src/hooks/usePhoneVerification.js'
import { ALICE, Providers } from '../support/hooks.js'
import { settled } from '../support/time.js'
import { Wire } from '../support/wire.js'

beforeEach(() => {
  vi.useFakeTimers()
  sessionStorage.clear()
})

it('survives being hidden and shown again, and aborts what is under way meanwhile', async () => {
  const wire = new Wire()
  const queryClient = new QueryClient()
  const homeserver = wire.client()
  const onVerified = vi.fn()
  const latest: { verification?: UsePhoneVerificationResult } = {}
  function Screen() {
    latest.verification = usePhoneVerification({ homeserver, purpose: 'register', onVerified })
    return null
  }
  const screen = (mode: 'visible' | 'hidden') => (
    <Providers queryClient={queryClient}>
      <Activity mode={mode}>
        <Screen />
      </Activity>
    </Providers>
  )
  const { rerender } = render(screen('visible'))
  void latest.verification?.send(ALICE)
  await settled()
  wire.hold()
  void latest.verification?.verify('123456')
  await settled()
  expect(latest.verification).toMatchObject({ step: 'code', isPending: true })

  rerender(screen('hidden'))
  await settled()
  expect(wire.requests[1]?.init.signal?.aborted).toBe(true)
  rerender(screen('visible'))
  await settled()
  expect(latest.verification).toMatchObject({ step: 'code', isPending: false, error: null })
  expect(wire.requests).toHaveLength(2)

  void latest.verification?.verify('123456')
  await settled()
  expect(latest.verification?.step).toBe('verified')
  rerender(screen('hidden'))
  await settled()
  rerender(screen('visible'))
  await settled()
  expect(onVerified).toHaveBeenCalledTimes(1)
})
