import { QueryClient } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import { Activity } from 'react'
import { beforeEach, expect, it, vi } from 'vitest'
import { forgetPhoneVerifications } from '../../src/hooks/flowRegistry.js'
import type { PhoneVerificationOptions } from '../../src/hooks/PhoneVerificationOptions.js'
import {
  usePhoneVerification,
  type UsePhoneVerificationResult,
} from '../../src/hooks/usePhoneVerification.js'
import type { VerifiedPhone } from '../../src/matrix/uiaAuth.js'
import { ALICE, Providers } from '../support/hooks.js'
import { registerAlice } from '../support/registerAlice.js'
import { settled } from '../support/time.js'
import { Wire } from '../support/wire.js'

beforeEach(() => {
  vi.useFakeTimers()
  sessionStorage.clear()
})

/** The hook on a screen of an app that keeps what it hides. */
function renderScreen(options: Pick<PhoneVerificationOptions, 'storage'> = {}) {
  const wire = new Wire()
  const queryClient = new QueryClient()
  const homeserver = wire.client()
  const onVerified = vi.fn()
  const latest: { verification?: UsePhoneVerificationResult } = {}
  function Screen() {
    latest.verification = usePhoneVerification({ homeserver, purpose: 'register', onVerified, ...options })
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
  return {
    wire,
    queryClient,
    onVerified,
    latest,
    turn: async (mode: 'visible' | 'hidden') => {
      rerender(screen(mode))
      await settled()
    },
  }
}

it('survives being hidden and shown again, and aborts what is under way meanwhile', async () => {
  const { wire, onVerified, latest, turn } = renderScreen()
  void latest.verification?.send(ALICE)
  await settled()
  wire.hold()
  void latest.verification?.verify('123456')
  await settled()
  expect(latest.verification).toMatchObject({ step: 'code', isPending: true })

  await turn('hidden')
  expect(wire.requests[1]?.init.signal?.aborted).toBe(true)
  await turn('visible')
  expect(latest.verification).toMatchObject({
    step: 'code',
    isPending: false,
    error: { kind: 'timeout', recovery: 'retry', operation: 'submitToken' },
  })
  expect(wire.requests).toHaveLength(2)

  void latest.verification?.verify('123456')
  await settled()
  expect(latest.verification).toMatchObject({ step: 'verified', error: null })
  await turn('hidden')
  await turn('visible')
  expect(onVerified).toHaveBeenCalledTimes(1)
})

it('says that sending was given up while it was hidden, and repeats the attempt when the person does', async () => {
  const { wire, latest, turn } = renderScreen()
  wire.hold()
  void latest.verification?.send(ALICE)
  await settled()
  await turn('hidden')
  await turn('visible')
  expect(latest.verification).toMatchObject({
    step: 'number',
    isPending: false,
    lastNumber: ALICE,
    error: { kind: 'timeout', recovery: 'retry', operation: 'requestTokenToRegisterMSISDN' },
  })
  expect(wire.requests).toHaveLength(1)
  void latest.verification?.send(ALICE)
  await settled()
  expect(latest.verification).toMatchObject({ step: 'code', error: null })
  expect(wire.sends.map((body) => body['send_attempt'])).toEqual([1, 1])
  expect(wire.sends[1]?.['client_secret']).toBe(wire.sends[0]?.['client_secret'])
})

it('says nothing of a request that was over before it was hidden', async () => {
  const { latest, turn } = renderScreen()
  void latest.verification?.send(ALICE)
  await settled()
  await turn('hidden')
  await turn('visible')
  expect(latest.verification).toMatchObject({ step: 'code', error: null })
})

it('begins at the number when the person signed out while it was hidden', async () => {
  const { queryClient, latest, turn } = renderScreen()
  void latest.verification?.send(ALICE)
  await settled()
  await turn('hidden')
  forgetPhoneVerifications(queryClient)
  await turn('visible')
  expect(latest.verification).toMatchObject({ step: 'number', error: null, lastNumber: null })
})

/** Verifies the number on the screen. */
async function verify({ latest }: ReturnType<typeof renderScreen>): Promise<VerifiedPhone> {
  void latest.verification?.send(ALICE)
  await settled()
  void latest.verification?.verify('123456')
  await settled()
  if (latest.verification?.step !== 'verified') throw new Error('The number is not verified.')
  return latest.verification.phone
}

it('begins anew when it is shown again after its proof was used', async () => {
  const screen = renderScreen()
  await registerAlice(screen.wire, await verify(screen))
  await screen.turn('hidden')
  await screen.turn('visible')
  expect(screen.latest.verification).toMatchObject({ step: 'number', lastNumber: null })
})

it.each(['signs out', 'uses the proof'])(
  'keeps no proof without a storage while it is hidden and the person %s',
  async (what) => {
    const screen = renderScreen({ storage: false })
    const phone = await verify(screen)
    await screen.turn('hidden')
    if (what === 'signs out') forgetPhoneVerifications(screen.queryClient)
    else await registerAlice(screen.wire, phone)
    await screen.turn('visible')
    expect(screen.latest.verification).toMatchObject({ step: 'number', lastNumber: null })
  },
)
