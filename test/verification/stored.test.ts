import { describe, expect, it } from 'vitest'
import {
  accept,
  after,
  asked,
  changeNumber,
  confirm,
  HOUR,
  LATER,
  limit,
  MINUTE,
  next,
  NOW,
  refuse,
  resend,
  reset,
  rightCode,
  send,
  sessionOf,
  submit,
  unsupported,
  US,
  wrongCode,
} from './events.js'
import { read, reloaded, write } from './kept.js'

const DAY = 24 * HOUR
const sending = after(send(US, 's1'))
const coded = next(sending, accept(1, { echo: '+1 202 555 0199' }))
const external = next(sending, accept(1, { submitUrl: null }))
const verified = next(coded, submit, rightCode(2))

/** What is stored of the code step, with something else in it. */
function forged(change: object, session: object = {}): string {
  const stored = JSON.parse(write(coded) ?? '') as { session: object }
  return JSON.stringify({ ...stored, session: { ...stored.session, ...session }, ...change })
}

describe('a reload', () => {
  it.each([
    ['a send under way', sending],
    ['a failed send', next(sending, refuse(1))],
    ['the code', coded],
    ['an expired session', next(coded, submit, wrongCode(2, 'expired'))],
    ['a lost session', next(coded, submit, wrongCode(2, 'lost'))],
    ['a link in the SMS', external],
    ['the proof', verified],
    ['the proof of a link', next(external, confirm)],
    ['a number to change', next(coded, changeNumber)],
    ['a wait', next(coded, resend('s2'), limit(2, NOW + HOUR))],
  ])('brings back %s, but no request and no error', (_, flow) => {
    const { step, session } = flow
    const wait = flow.wait && { ...flow.wait, error: `wait until ${flow.wait.until}` }
    expect(reloaded(flow)).toEqual({
      step,
      session,
      wait,
      requests: 0,
      sending: null,
      submitting: null,
      error: null,
    })
  })

  it('sends nothing by itself, and the same attempt if the person tries again', () => {
    const flow = reloaded(sending)
    expect(flow).toMatchObject({ step: 'number', requests: 0 })
    expect(asked(next(flow, send(US, 's2')))).toMatchObject({ clientSecret: 's1', sendAttempt: 1 })
  })

  it('goes on with the next attempt', () => {
    expect(asked(next(reloaded(coded), resend('s2')))).toMatchObject({ clientSecret: 's1', sendAttempt: 2 })
  })

  it('keeps the attempt of a resend that was under way', () => {
    const flow = reloaded(next(coded, resend('s2')))
    expect(asked(next(flow, resend('s3')))).toMatchObject({ clientSecret: 's1', sendAttempt: 2 })
  })

  it('still takes the code', () => {
    expect(next(reloaded(coded), submit, rightCode(1)).step).toBe('verified')
  })

  it('does not shorten a wait or a delay', () => {
    const flow = reloaded(next(coded, resend('s2'), limit(2, NOW + HOUR)), NOW + MINUTE)
    expect(flow.wait).toMatchObject({ until: NOW + HOUR, error: `wait until ${NOW + HOUR}` })
    expect(sessionOf(flow).resendAt).toBe(LATER)
    expect(next(flow, resend('s3', NOW + MINUTE)).error).toBe(`wait until ${NOW + HOUR}`)
  })

  it('goes on doubling the guesses', () => {
    const flow = reloaded(next(sending, limit(1, NOW + MINUTE, true)), NOW + MINUTE)
    const again = next(flow, send(US, 's2', NOW + MINUTE), limit(1, NOW + 2 * MINUTE, true, NOW + MINUTE))
    expect(again.wait?.until).toBe(NOW + 3 * MINUTE)
  })

  it('knows whether a page had the flow open', () => {
    expect(read(write(coded, NOW, true))?.held).toBe(true)
    expect(read(write(coded, NOW, false))?.held).toBe(false)
  })

  it('finds nothing where there is nothing to keep', () => {
    expect(write(after())).toBeNull()
    expect(write(next(coded, reset))).toBeNull()
    expect(write(next(sending, unsupported(1)))).toBeNull()
  })

  it('stores no error and nothing of an identity server', () => {
    const text = write(next(coded, submit, wrongCode(2))) ?? ''
    expect(text).not.toContain('code alive')
    expect(Object.keys(JSON.parse(text) as object).sort()).toEqual(
      ['held', 'savedAt', 'session', 'step', 'version', 'wait'].sort(),
    )
  })
})

describe('what is over', () => {
  it.each([
    ['the code', coded],
    ['the proof', verified],
    ['a send without an answer', sending],
  ])('does not come back: %s after a day', (_, flow) => {
    expect(read(write(flow), NOW + DAY - 1)).not.toBeNull()
    expect(read(write(flow), NOW + DAY)).toBeNull()
  })

  it('is counted from the proof, not from the SMS', () => {
    const late = next(coded, submit, rightCode(2, NOW + 23 * HOUR))
    expect(read(write(late, NOW + 23 * HOUR), NOW + 46 * HOUR)?.flow.step).toBe('verified')
  })
})

describe('a clock that was put back', () => {
  const waiting = next(coded, resend('s2', LATER), limit(2, NOW + 5 * MINUTE))

  it('lengthens neither a wait nor the delay of a resend', () => {
    const flow = reloaded(waiting, NOW - HOUR)
    expect(flow.wait?.until).toBe(NOW - HOUR + 5 * MINUTE)
    expect(sessionOf(flow).resendAt).toBe(LATER - HOUR)
  })

  it('by days brings nothing back that seems to live too long', () => {
    expect(read(write(coded), NOW - 2 * DAY)).toBeNull()
  })
})

describe('a text that is not ours', () => {
  it.each([
    null,
    '',
    'null',
    'undefined',
    '42',
    '"text"',
    '[]',
    '{}',
    '{',
    '<html>',
    '{"version":1}',
    forged({ version: 0 }),
    forged({ version: 2 }),
    forged({ version: '1' }),
    forged({ savedAt: null }),
    forged({ savedAt: 'now' }),
    forged({ savedAt: -1 }),
    forged({ held: 'yes' }),
    forged({ step: 'unsupported' }),
    forged({ step: 'done' }),
    forged({ step: '__proto__' }),
    forged({ session: null }),
    forged({ session: [] }),
    forged({ session: 'x' }),
    forged({ wait: 'x' }),
    forged({ wait: undefined }),
    forged({ wait: { until: 'soon', guesses: 0 } }),
    forged({ wait: { until: NOW } }),
    forged({}, { sid: null }),
    forged({}, { sid: 42 }),
    forged({}, { clientSecret: '' }),
    forged({}, { clientSecret: 'with space' }),
    forged({}, { clientSecret: 'x'.repeat(256) }),
    forged({}, { clientSecret: 42 }),
    forged({}, { sendAttempt: 0 }),
    forged({}, { sendAttempt: 1.5 }),
    forged({}, { sendAttempt: '1' }),
    forged({}, { accepted: 'yes' }),
    forged({}, { sent: null }),
    forged({}, { submitUrl: 42 }),
    forged({}, { echo: {} }),
    forged({}, { resendAt: null }),
    forged({}, { expiresAt: 'never' }),
    forged({}, { expiresAt: NOW + 3 * DAY }),
    forged({}, { health: 'fine' }),
    forged({}, { destination: null }),
    forged({}, { destination: { ...US, phoneNumber: '2025550123' } }),
    forged({}, { destination: { ...US, phoneNumber: '+0' } }),
    forged({}, { destination: { ...US, country: 'us' } }),
    forged({}, { destination: { ...US, display: '+1 202 555 9999' } }),
    forged({}, { destination: { ...US, display: undefined } }),
  ])('brings nothing back: %s', (text) => {
    expect(read(text)).toBeNull()
  })

  it('cannot hold a person up for longer than a day', () => {
    const flow = read(forged({ wait: { until: 1e300, guesses: 1 } }))?.flow
    expect(flow?.wait?.until).toBe(NOW + DAY)
  })
})
