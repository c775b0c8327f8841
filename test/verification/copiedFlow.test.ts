import { describe, expect, it } from 'vitest'
import { copiedFlow } from '../../src/verification/copiedFlow.js'
import {
  accept,
  after,
  asked,
  changeNumber,
  HOUR,
  LATER,
  limit,
  next,
  NOW,
  resend,
  rightCode,
  send,
  submit,
  US,
  wrongCode,
} from './events.js'
import { reloaded } from './kept.js'

const sending = after(send(US, 's1'))
const coded = next(sending, accept(1))

describe('a copied tab', () => {
  it('takes a fresh secret for its next resend, since it does not know the other’s attempts', () => {
    const flow = copiedFlow(reloaded(coded))
    expect(asked(next(flow, resend('s2')))).toEqual({
      phoneNumber: US.phoneNumber,
      clientSecret: 's2',
      sendAttempt: 1,
    })
  })

  it('still takes the code that came before', () => {
    const flow = copiedFlow(reloaded(coded))
    expect(next(flow, submit, rightCode(1))).toMatchObject({
      step: 'verified',
      session: { clientSecret: 's1' },
    })
  })

  it('goes on with its own session after that', () => {
    const flow = next(copiedFlow(reloaded(coded)), resend('s2'), accept(1, { sid: 'sid2', now: LATER }))
    expect(flow).toMatchObject({ step: 'code', session: { sid: 'sid2', health: 'alive' } })
    expect(asked(next(flow, resend('s3', NOW + HOUR)))).toMatchObject({ clientSecret: 's2', sendAttempt: 2 })
  })

  it('returns to the code of the unchanged number without a request', () => {
    const flow = next(copiedFlow(reloaded(next(coded, changeNumber))), send(US, 's2'))
    expect(flow).toMatchObject({ step: 'code', requests: 0 })
    expect(asked(next(flow, resend('s3')))).toMatchObject({ clientSecret: 's3', sendAttempt: 1 })
  })

  it('asks with a fresh secret where the other tab’s answer is still on its way', () => {
    const flow = copiedFlow(reloaded(sending))
    expect(flow).toMatchObject({ step: 'number', session: null })
    expect(asked(next(flow, send(US, 's2')))).toMatchObject({ clientSecret: 's2', sendAttempt: 1 })
  })

  it('asks with a fresh secret after the session expired in either', () => {
    const flow = next(copiedFlow(reloaded(coded)), submit, wrongCode(1, 'expired'), resend('s2'))
    expect(asked(flow)).toMatchObject({ clientSecret: 's2', sendAttempt: 1 })
  })

  it.each(['expired', 'lost'] as const)('does not return to the code of a session that is %s', (verdict) => {
    const over = next(coded, submit, wrongCode(2, verdict), changeNumber)
    expect(asked(next(copiedFlow(reloaded(over)), send(US, 's2')))).toMatchObject({ clientSecret: 's2' })
  })

  it('takes a fresh secret for its next resend where the SMS holds a link too', () => {
    const external = next(sending, accept(1, { submitUrl: null }))
    const flow = copiedFlow(reloaded(external))
    expect(flow.step).toBe('external')
    expect(asked(next(flow, resend('s2')))).toMatchObject({ clientSecret: 's2', sendAttempt: 1 })
  })

  it('is a copy of the proof and of the wait as well', () => {
    const waiting = next(coded, resend('s2'), limit(2, NOW + HOUR), submit, rightCode(3))
    const flow = copiedFlow(reloaded(waiting))
    expect(flow).toMatchObject({
      step: 'verified',
      wait: { until: NOW + HOUR },
      session: { sid: 'sid', health: 'copied' },
    })
  })

  it('of an empty page is an empty page', () => {
    const empty = after()
    expect(copiedFlow(empty)).toBe(empty)
  })
})
