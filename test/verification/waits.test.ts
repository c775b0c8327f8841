import { describe, expect, it } from 'vitest'
import { checkedResendDelay, resendDelayAfter } from '../../src/verification/waitingTimes.js'
import {
  accept,
  after,
  asked,
  changeNumber,
  DE,
  HOUR,
  LATER,
  limit,
  limitCode,
  MINUTE,
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
} from './events.js'

const until = NOW + 5 * MINUTE
const coded = after(send(US, 's1'), accept(1))
const limited = after(send(US, 's1'), limit(1, until))

describe('a server’s wait', () => {
  it('is shown', () => {
    expect(limited).toMatchObject({
      step: 'number',
      error: `wait until ${until}`,
      wait: { until, guesses: 0 },
    })
  })

  it('holds until its time', () => {
    expect(next(limited, send(US, 's2', until - 1)).sending).toBeNull()
    expect(asked(next(limited, send(US, 's2', until)))).toMatchObject({ clientSecret: 's1', sendAttempt: 1 })
  })

  it.each([
    ['another number', [send(DE, 's2', until - 1)]],
    ['another number after "Change number"', [changeNumber, send(DE, 's2', until - 1)]],
    ['a reset', [reset, send(US, 's2', until - 1)]],
    ['a reset and another number', [reset, send(DE, 's2', until - 1)]],
  ])('holds across %s', (_, events) => {
    const flow = next(limited, ...events)
    expect(flow).toMatchObject({ requests: 1, sending: null, error: `wait until ${until}` })
  })

  it('holds for a resend', () => {
    const flow = next(coded, resend('s2'), limit(2, until))
    expect(next(flow, resend('s3', until - 1))).toMatchObject({ step: 'code', sending: null, requests: 2 })
    expect(asked(next(flow, resend('s3', until)))).toMatchObject({ sendAttempt: 2 })
  })

  it('shows its refusal again to whoever asks too early', () => {
    const flow = next(coded, resend('s2'), limit(2, until), changeNumber)
    expect(flow.error).toBeNull()
    expect(next(flow, send(DE, 's3', until - 1)).error).toBe(`wait until ${until}`)
  })

  it('throws nobody out of the code step or the proof, whatever number is asked for', () => {
    const waiting = next(coded, resend('s2'), limit(2, until))
    expect(next(waiting, send(DE, 's3'))).toMatchObject({ step: 'code', session: sessionOf(coded) })
    const proved = next(waiting, submit, rightCode(3))
    expect(next(proved, send(DE, 's3'))).toMatchObject({ step: 'verified', session: { clientSecret: 's1' } })
  })

  it('does not hold back a code', () => {
    const flow = next(coded, resend('s2'), limit(2, until), submit)
    expect(flow.submitting).not.toBeNull()
    expect(next(flow, rightCode(3)).step).toBe('verified')
  })

  it('does not hold back the way to a code that is there', () => {
    const flow = next(coded, resend('s2'), limit(2, until), changeNumber, send(US, 's3'))
    expect(flow).toMatchObject({ step: 'code', requests: 2, error: null })
  })

  it('is over once the server takes a request', () => {
    const flow = next(limited, send(US, 's2', until), accept(2, { now: until }))
    expect(flow).toMatchObject({ wait: null, error: null })
  })

  it('is not over because of another error', () => {
    expect(next(limited, send(US, 's2', until), refuse(2)).wait).toEqual(limited.wait)
  })

  it('may be said of a code, and then holds for the next SMS', () => {
    const flow = next(coded, submit, limitCode(2, until))
    expect(flow).toMatchObject({
      step: 'code',
      error: `code wait until ${until}`,
      session: { health: 'alive' },
    })
    expect(next(flow, resend('s2')).sending).toBeNull()
  })

  it.each([
    ['a shorter one', limitCode(3, until - MINUTE)],
    ['a guess', limitCode(3, null)],
  ])('is not shortened by %s that is said of a code', (_, refusal) => {
    const flow = next(coded, resend('s2'), limit(2, until), submit, refusal)
    expect(flow.wait).toMatchObject({ until, error: `wait until ${until}` })
  })

  it('counts a guess that it outlasts', () => {
    const flow = next(coded, resend('s2'), limit(2, until), submit, limitCode(3, null))
    expect(flow.wait).toMatchObject({ until, guesses: 1 })
  })

  it('is lengthened by a later one', () => {
    const flow = next(coded, resend('s2'), limit(2, until), submit, limitCode(3, until + MINUTE))
    expect(flow.wait).toMatchObject({ until: until + MINUTE, error: `code wait until ${until + MINUTE}` })
  })
})

describe('a wait that is a guess', () => {
  it('doubles each time the server refuses again without a hint, up to a quarter of an hour', () => {
    let flow = after(send(US, 's0'))
    let now = NOW
    const waits: number[] = []
    for (let request = 1; request <= 7; request += 1) {
      flow = next(flow, limit(request, null, now))
      waits.push(((flow.wait?.until ?? 0) - now) / MINUTE)
      now = flow.wait?.until ?? 0
      flow = next(flow, send(US, 's1', now))
      expect(flow.sending?.id).toBe(request + 1)
    }
    expect(waits).toEqual([1, 2, 4, 8, 15, 15, 15])
  })

  it('begins anew once the server takes a request', () => {
    const twice = after(
      send(US, 's1'),
      limit(1, null),
      send(US, 's2', NOW + MINUTE),
      accept(2, { now: NOW + MINUTE }),
      resend('s3', NOW + HOUR),
      limit(3, null, NOW + HOUR),
    )
    expect(twice.wait).toMatchObject({ until: NOW + HOUR + MINUTE, guesses: 1 })
  })

  it('begins anew after the server’s own word', () => {
    const flow = after(
      send(US, 's1'),
      limit(1, null),
      send(US, 's2', NOW + MINUTE),
      limit(2, until),
      send(US, 's3', until),
      limit(3, null, until),
    )
    expect(flow.wait).toMatchObject({ until: until + MINUTE, guesses: 1 })
  })
})

describe('the delay of the next resend', () => {
  it('is counted from the SMS', () => {
    const flow = next(coded, resend('s2'), accept(2, { now: LATER, resendDelay: MINUTE }))
    expect(sessionOf(coded).resendAt).toBe(NOW + 30_000)
    expect(sessionOf(flow).resendAt).toBe(LATER + MINUTE)
  })

  it('doubles with every SMS up to a quarter of an hour', () => {
    const delays = [1, 2, 3, 4, 5, 6, 7, 100].map((sent) => resendDelayAfter(sent) / 1000)
    expect(delays).toEqual([30, 60, 120, 240, 480, 900, 900, 900])
  })

  it.each([
    [0, 0],
    [-1, 0],
    [Infinity, 15 * MINUTE],
    [Number.NaN, 15 * MINUTE],
  ])('of an app that says %s is %s', (delay, expected) => {
    expect(checkedResendDelay(delay)).toBe(expected)
  })

  it('belongs to its number', () => {
    expect(asked(next(coded, changeNumber, send(DE, 's2')))).toMatchObject({ phoneNumber: DE.phoneNumber })
    expect(asked(next(coded, send(DE, 's2')))).toMatchObject({ phoneNumber: DE.phoneNumber })
  })

  it('does not hold across a reset', () => {
    expect(asked(next(coded, reset, send(US, 's2')))).toMatchObject({ clientSecret: 's2' })
  })

  it('is nothing when the app wants none', () => {
    const flow = after(send(US, 's1'), accept(1, { resendDelay: 0 }))
    expect(asked(next(flow, resend('s2', NOW)))).toMatchObject({ sendAttempt: 2 })
  })
})
