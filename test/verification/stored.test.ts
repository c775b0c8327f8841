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
import { keep, reloaded, restore } from './kept.js'

const DAY = 24 * HOUR
const sending = after(send(US, 's1'))
const coded = next(sending, accept(1, { echo: '+1 202 555 0199' }))
const external = next(sending, accept(1, { submitUrl: null }))
const verified = next(coded, submit, rightCode(2))

describe('a reload', () => {
  it.each([
    ['a send under way', sending],
    ['a failed send', next(sending, refuse(1))],
    ['the code', coded],
    ['an expired session', next(coded, submit, wrongCode(2, 'expired'))],
    ['a lost session', next(coded, submit, wrongCode(2, 'lost'))],
    ['a link in the SMS', external],
    ['the proof', verified],
    ['the proof of a link', next(external, confirm())],
    ['a number to change', next(coded, changeNumber)],
    ['a wait', next(coded, resend('s2'), limit(2, NOW + HOUR))],
  ])('brings back %s, but no request and no error', (_, flow) => {
    const { step, session } = flow
    const wait = flow.wait && { ...flow.wait, error: `wait until ${flow.wait.until}` }
    expect(reloaded(flow)).toEqual({
      step,
      session,
      wait,
      lastNumber: US,
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
    const flow = reloaded(next(sending, limit(1, null)), NOW + MINUTE)
    const again = next(flow, send(US, 's2', NOW + MINUTE), limit(1, null, NOW + MINUTE))
    expect(again.wait?.until).toBe(NOW + 3 * MINUTE)
  })

  it('finds nothing where there is nothing to keep', () => {
    expect(keep(after())).toBeNull()
    expect(keep(next(coded, reset))).toBeNull()
    expect(keep(next(sending, unsupported(1)))).toBeNull()
  })

  it('stores no error and nothing of an identity server', () => {
    const stored = keep(next(coded, submit, wrongCode(2))) ?? {}
    expect(JSON.stringify(stored)).not.toContain('code alive')
    expect(Object.keys(stored).sort()).toEqual(
      ['claim', 'owner', 'savedAt', 'session', 'step', 'version', 'wait'].sort(),
    )
  })
})

describe('what is over', () => {
  it.each([
    ['the code', coded],
    ['the proof', verified],
    ['a send without an answer', sending],
  ])('does not come back: %s after a day', (_, flow) => {
    expect(restore(keep(flow), NOW + DAY - 1)).not.toBeNull()
    expect(restore(keep(flow), NOW + DAY)).toBeNull()
  })

  it('is counted from the proof, not from the SMS', () => {
    const late = next(coded, submit, rightCode(2, NOW + 23 * HOUR))
    expect(restore(keep(late, NOW + 23 * HOUR), NOW + 46 * HOUR)?.step).toBe('verified')
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
    expect(restore(keep(coded), NOW - 2 * DAY)).toBeNull()
  })
})

describe('a wait that somebody wrote into the storage', () => {
  it('cannot hold a person up for longer than a day', () => {
    const stored = keep(coded)
    const flow = restore(stored && { ...stored, wait: { until: 1e300, guesses: 1 } })
    expect(flow?.wait?.until).toBe(NOW + DAY)
  })
})

describe('the time for which it is kept', () => {
  it('ends after the last action, however long the server keeps the session', () => {
    expect(restore(keep(coded), NOW + HOUR - 1, HOUR)?.step).toBe('code')
    expect(restore(keep(coded), NOW + HOUR, HOUR)).toBeNull()
  })
})
