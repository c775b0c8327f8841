import { describe, expect, it } from 'vitest'
import {
  abandon,
  accept,
  after,
  asked,
  changeNumber,
  DE,
  HOUR,
  impossible,
  LATER,
  limit,
  NOW,
  refuse,
  resend,
  reset,
  rightCode,
  send,
  sessionOf,
  submit,
  next,
  US,
  wrongCode,
} from './events.js'

const first = { phoneNumber: US.phoneNumber, clientSecret: 's1', sendAttempt: 1 }
const coded = after(send(US, 's1'), accept(1))

describe('the attempt', () => {
  it('begins at 1 with a fresh secret', () => {
    expect(asked(after(send(US, 's1')))).toEqual(first)
  })

  it('stays after an unknown outcome', () => {
    expect(asked(after(send(US, 's1'), refuse(1, 'timeout'), send(US, 's2')))).toEqual(first)
  })

  it('stays however often the outcome is unknown', () => {
    const events = [send(US, 's1'), refuse(1), send(US, 's2'), refuse(2), send(US, 's3'), refuse(3)]
    expect(asked(after(...events, send(US, 's4')))).toEqual(first)
  })

  it.each([
    ['the page went', abandon],
    ['the person went back', changeNumber],
    ['the server said to wait', limit(1, NOW)],
  ])('stays when %s meanwhile', (_, event) => {
    expect(asked(after(send(US, 's1'), event, send(US, 's2')))).toEqual(first)
  })

  it('goes up with a resend', () => {
    expect(asked(next(coded, resend('s2')))).toEqual({ ...first, sendAttempt: 2 })
  })

  it('goes up with every resend', () => {
    const twice = next(coded, resend('s2'), accept(2, { now: LATER }), resend('s3', NOW + HOUR))
    expect(asked(twice)).toEqual({ ...first, sendAttempt: 3 })
  })

  it('of a failed resend is the next one’s', () => {
    const flow = next(coded, resend('s2'), refuse(2), resend('s3'))
    expect(asked(flow)).toEqual({ ...first, sendAttempt: 2 })
    expect(asked(next(flow, accept(3, { now: LATER }), resend('s4', NOW + HOUR)))).toMatchObject({
      sendAttempt: 3,
    })
  })

  it.each([
    ['the page went', [abandon]],
    ['the person went back and forth', [changeNumber, send(US, 's3')]],
  ])('of a resend stays when %s meanwhile', (_, events) => {
    expect(asked(next(coded, resend('s2'), ...events, resend('s4')))).toEqual({ ...first, sendAttempt: 2 })
  })

  it('counts only what the server accepted', () => {
    const flow = next(coded, resend('s2'), refuse(2), resend('s3'), accept(3, { now: LATER }))
    expect(flow.session).toMatchObject({ sent: 2, sendAttempt: 2 })
  })
})

describe('a failed resend', () => {
  const failed = next(coded, resend('s2'), refuse(2, 'offline'))

  it('leaves the code that came before usable', () => {
    expect(failed).toMatchObject({ step: 'code', error: 'offline', session: { sid: 'sid', sendAttempt: 1 } })
    expect(next(failed, submit, rightCode(3)).step).toBe('verified')
  })
})

describe('a changed number', () => {
  it('gets a fresh secret', () => {
    const flow = next(coded, changeNumber, send(DE, 's2'))
    expect(asked(flow)).toEqual({ phoneNumber: DE.phoneNumber, clientSecret: 's2', sendAttempt: 1 })
    expect(flow).toMatchObject({ step: 'number', session: { sid: null, sent: 0, health: 'alive' } })
  })

  it('gets a fresh secret also when it is an earlier number again', () => {
    const back = next(coded, changeNumber, send(DE, 's2'), refuse(2), send(US, 's3'))
    expect(asked(back)).toEqual({ ...first, clientSecret: 's3' })
  })

  it('gets a fresh secret also when nothing was ever sent to the first', () => {
    expect(asked(after(send(US, 's1'), refuse(1), send(DE, 's2')))).toMatchObject({ clientSecret: 's2' })
    expect(asked(after(send(US, 's1'), send(DE, 's2')))).toMatchObject({ clientSecret: 's2' })
  })

  it('gives up a code that is being checked for the first', () => {
    const flow = next(coded, submit, send(DE, 's2'))
    expect(flow).toMatchObject({ step: 'number', submitting: null })
    expect(next(flow, rightCode(2))).toBe(flow)
  })

  it('gets a fresh secret straight from the proof of the first', () => {
    const flow = next(coded, submit, rightCode(2), send(DE, 's2'))
    expect(asked(flow)).toMatchObject({ phoneNumber: DE.phoneNumber, clientSecret: 's2', sendAttempt: 1 })
  })

  it('is the same number verified again, after the first proof', () => {
    const flow = next(coded, submit, rightCode(2), changeNumber, send(US, 's2'))
    expect(asked(flow)).toEqual({ ...first, clientSecret: 's2' })
  })
})

describe('the unchanged number', () => {
  const other = { ...US, display: '+1 (202) 555-0123', country: 'CA' }

  it('returns to the code without a request', () => {
    const flow = next(coded, changeNumber, send(US, 's2'))
    expect(flow).toMatchObject({ step: 'code', requests: 1, sending: null, session: { sid: 'sid' } })
  })

  it('returns to the code and leaves behind what was wrong with the number', () => {
    const refused = next(coded, changeNumber, impossible)
    expect(refused.error).toBe('no number')
    expect(next(refused, send(US, 's2'))).toMatchObject({ step: 'code', error: null })
  })

  it('returns to the code without a request in another spelling too', () => {
    expect(next(coded, changeNumber, send(other, 's2'))).toMatchObject({ step: 'code', requests: 1 })
  })

  it('keeps secret, attempt and country when it is spelled otherwise for another try', () => {
    const flow = after(send(US, 's1'), refuse(1), send(other, 's2'))
    expect(asked(flow)).toEqual(first)
    expect(flow.sending?.session.destination).toEqual(US)
  })

  it('returns to where there is no code to type', () => {
    const flow = after(send(US, 's1'), accept(1, { submitUrl: null }), changeNumber, send(US, 's2'))
    expect(flow).toMatchObject({ step: 'external', requests: 1 })
  })

  it('keeps the time of the next resend', () => {
    const flow = next(coded, changeNumber, send(US, 's2'))
    expect(sessionOf(flow).resendAt).toBe(LATER)
    expect(next(flow, resend('s3', LATER - 1))).toBe(flow)
  })

  it('gets another SMS with a fresh secret once the session is a day old', () => {
    const flow = next(coded, changeNumber)
    expect(next(flow, send(US, 's2', NOW + 24 * HOUR - 1)).step).toBe('code')
    expect(asked(next(flow, send(US, 's2', NOW + 24 * HOUR)))).toEqual({ ...first, clientSecret: 's2' })
  })

  it('begins anew after a reset', () => {
    expect(asked(next(coded, reset, send(US, 's2')))).toEqual({ ...first, clientSecret: 's2' })
  })
})

describe('a session that expired', () => {
  const expired = next(coded, submit, wrongCode(2, 'expired'))

  it('is asked for again with the same secret and the next attempt', () => {
    expect(expired).toMatchObject({ step: 'code', error: 'code expired' })
    expect(asked(next(expired, resend('s2')))).toEqual({ ...first, sendAttempt: 2 })
  })

  it('is asked for again in that way from the number too', () => {
    const flow = next(expired, changeNumber, send(US, 's2'))
    expect(asked(flow)).toEqual({ ...first, sendAttempt: 2 })
    expect(asked(next(flow, refuse(3), send(US, 's3')))).toEqual({ ...first, sendAttempt: 2 })
  })

  it('and expired again gets a fresh secret', () => {
    const again = next(expired, resend('s2'), accept(3, { now: LATER }), submit, wrongCode(4, 'expired'))
    expect(asked(next(again, resend('s3', NOW + HOUR)))).toEqual({ ...first, clientSecret: 's3' })
    expect(asked(next(again, changeNumber, send(US, 's4')))).toEqual({ ...first, clientSecret: 's4' })
  })

  it('takes another code meanwhile', () => {
    expect(next(expired, submit, rightCode(3)).step).toBe('verified')
  })
})

describe('a session that is lost', () => {
  const lost = next(coded, submit, wrongCode(2, 'lost'))

  it('is replaced by a fresh secret and attempt 1', () => {
    expect(asked(next(lost, resend('s2')))).toEqual({ ...first, clientSecret: 's2' })
    expect(asked(next(lost, changeNumber, send(US, 's2')))).toEqual({ ...first, clientSecret: 's2' })
  })

  it('is forgotten once the new one is there', () => {
    const flow = next(lost, resend('s2'), accept(3, { sid: 'sid2', now: LATER }))
    expect(flow).toMatchObject({ step: 'code', session: { sid: 'sid2', health: 'alive', sent: 1 } })
    expect(asked(next(flow, resend('s3', NOW + HOUR)))).toMatchObject({ clientSecret: 's2', sendAttempt: 2 })
  })
})

it('a resend after a day takes a fresh secret', () => {
  expect(asked(next(coded, resend('s2', NOW + 24 * HOUR)))).toEqual({ ...first, clientSecret: 's2' })
})

it('a wrong code changes neither secret nor attempt', () => {
  const flow = next(coded, submit, wrongCode(2), submit, wrongCode(3))
  expect(flow).toMatchObject({
    step: 'code',
    error: 'code alive',
    session: { health: 'alive', sendAttempt: 1 },
  })
})
