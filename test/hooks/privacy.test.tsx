import { MutationCache, QueryClient } from '@tanstack/react-query'
import { beforeEach, expect, it, vi } from 'vitest'
import type { PhoneVerificationEvent } from '../../src/hooks/PhoneVerificationEvent.js'
import { everythingOf } from '../support/everythingOf.js'
import { ALICE, inStep, renderVerification } from '../support/hooks.js'
import { advance, MINUTE } from '../support/time.js'
import { session, Wire } from '../support/wire.js'

beforeEach(() => {
  vi.useFakeTimers()
  sessionStorage.clear()
})

const CODE = '482915'
const SID = 'sid-of-alice'

/** Where nothing personal may be: the cache, the events and the errors, at every moment of a flow. */
function watch() {
  const seen: string[] = []
  const mutationCache = new MutationCache({
    onMutate: (...all) => void seen.push(everythingOf(all.slice(0, 1))),
    onSuccess: (...all) => void seen.push(everythingOf(all.slice(0, 3))),
    onError: (...all) => void seen.push(everythingOf(all.slice(0, 3))),
    onSettled: (...all) => void seen.push(everythingOf(all.slice(0, 4))),
  })
  mutationCache.subscribe(() => {
    for (const { state, meta, options } of mutationCache.getAll()) {
      seen.push(everythingOf([state, meta, options.mutationKey]))
    }
  })
  const events: PhoneVerificationEvent[] = []
  return { seen, events, mutationCache, onEvent: (event: PhoneVerificationEvent) => void events.push(event) }
}

function secretsOf(wire: Wire): string[] {
  return [
    CODE,
    SID,
    ALICE.phoneNumber,
    ALICE.phoneNumber.slice(1),
    '7700900123',
    ...wire.sends.map((body) => body['client_secret'] as string),
  ]
}

it('shows neither secret, code, session nor number to the cache, in events or in errors', async () => {
  const { seen, events, mutationCache, onEvent } = watch()
  const wire = new Wire()
  const queryClient = new QueryClient({ mutationCache })
  const { result, do: person } = renderVerification({ wire, onEvent }, { queryClient })
  const look = () => seen.push(everythingOf(result.current.error))

  wire.reply(400, { errcode: 'M_UNKNOWN', error: `Cannot text ${ALICE.phoneNumber}` })
  await person(({ send }) => send(ALICE))
  look()
  const asked = wire.hold()
  await person(({ send }) => send(ALICE))
  await asked.answer({ body: session(SID) })
  wire.reply(400, { errcode: 'M_TOKEN_INCORRECT', error: `${CODE} is not the token of ${SID}` })
  await person(({ verify }) => verify(CODE))
  look()
  await advance(MINUTE)
  wire.reply(200, { sid: 5, msisdn: ALICE.phoneNumber })
  await person(({ resend }) => resend())
  look()
  wire.reply(200, `<html>${SID} ${CODE}`)
  await person(({ verify }) => verify(CODE))
  look()
  await person(({ send }) => send({ ...ALICE, display: '+44 7700 900999' }))
  look()
  const submitted = wire.hold()
  await person(({ verify }) => verify(CODE))
  await submitted.answer({ body: { success: true } })

  expect(result.current.step).toBe('verified')
  expect(events.length).toBeGreaterThan(8)
  expect(seen.length).toBeGreaterThan(20)
  seen.push(everythingOf(events))
  for (const secret of secretsOf(wire)) {
    expect(seen.filter((text) => text.includes(secret))).toEqual([])
  }
})

it('forgets a mutation as soon as the component is gone', async () => {
  const { queryClient, unmount, do: person } = renderVerification()
  await person(({ send }) => send(ALICE))
  await person(({ verify }) => verify(CODE))
  unmount()
  await advance(1)
  expect(queryClient.getMutationCache().getAll()).toEqual([])
})

it('repeats nothing of an app’s own error that may hold the proof', async () => {
  const {
    wire,
    result,
    do: person,
  } = renderVerification({
    onVerified: (phone) => Promise.reject(new Error(`POST /register ${JSON.stringify(phone)}`)),
  })
  await person(({ send }) => send(ALICE))
  await person(({ verify }) => verify(CODE))
  const shown = everythingOf(inStep(result.current, 'verified').error)
  expect(shown).toContain('onVerified')
  for (const secret of [...secretsOf(wire), 'sid1']) expect(shown).not.toContain(secret)
})

it('puts nothing into the address or the title of the page', async () => {
  const before = [location.href, document.title]
  const { do: person } = renderVerification()
  await person(({ send }) => send(ALICE))
  await person(({ verify }) => verify(CODE))
  expect([location.href, document.title]).toEqual(before)
  expect(localStorage).toHaveLength(0)
})
