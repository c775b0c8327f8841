import { describe, expect, it } from 'vitest'
import { initialFlow, type Flow } from '../../src/verification/flow.js'
import { transition } from '../../src/verification/transition.js'
import {
  abandon,
  accept,
  after,
  changeNumber,
  confirm,
  DE,
  handlerFailed,
  handlerStarted,
  HOUR,
  impossible,
  LATER,
  limit,
  next,
  NOW,
  refuse,
  resend,
  reset,
  rightCode,
  send,
  submit,
  unsupported,
  US,
  wrongCode,
} from './events.js'

const sending = after(send(US, 's1'))
const coded = next(sending, accept(1))
const external = next(sending, accept(1, { submitUrl: null }))
const verified = next(coded, submit, rightCode(2))
const notSupported = next(sending, unsupported(1))

const EVERYWHERE: [name: string, flow: Flow<string>][] = [
  ['the beginning', after()],
  ['sending', sending],
  ['a failed send', next(sending, refuse(1))],
  ['a wait', next(sending, limit(1, NOW + HOUR))],
  ['the code', coded],
  ['a wrong code', next(coded, submit, wrongCode(2))],
  ['an expired session', next(coded, submit, wrongCode(2, 'expired'))],
  ['a lost session', next(coded, submit, wrongCode(2, 'lost'))],
  ['resending', next(coded, resend('s2'))],
  ['submitting', next(coded, submit)],
  ['resending and submitting', next(coded, resend('s2'), submit)],
  ['a link in the SMS', external],
  ['the proof', verified],
  ['a broken handler', next(verified, handlerFailed)],
  ['no support', notSupported],
]

describe('the steps', () => {
  it('begin with the number', () => {
    expect(initialFlow).toMatchObject({ step: 'number', session: null, error: null, requests: 0 })
  })

  it('stay at the number while the SMS is asked for, and when it is refused', () => {
    expect(sending).toMatchObject({ step: 'number', session: { destination: US } })
    expect(next(sending, refuse(1, 'offline'))).toMatchObject({
      step: 'number',
      error: 'offline',
      sending: null,
    })
  })

  it('go on to the code with everything the server said', () => {
    expect(
      next(sending, accept(1, { sid: 'x', submitUrl: 'https://u/', echo: '+1 202', now: NOW })),
    ).toMatchObject({
      step: 'code',
      sending: null,
      error: null,
      session: {
        accepted: true,
        sid: 'x',
        submitUrl: 'https://u/',
        echo: '+1 202',
        sent: 1,
        resendAt: LATER,
        expiresAt: NOW + 24 * HOUR,
      },
    })
  })

  it('stay at the code when it is wrong', () => {
    const flow = next(coded, submit, wrongCode(2))
    expect(flow).toMatchObject({ step: 'code', submitting: null, error: 'code alive' })
    expect(flow.session).toEqual(coded.session)
  })

  it('end with the proof, which lives a day', () => {
    const late = next(coded, submit, rightCode(2, NOW + HOUR))
    expect(late).toMatchObject({
      step: 'verified',
      error: null,
      session: { destination: US, sid: 'sid', clientSecret: 's1', expiresAt: NOW + 25 * HOUR },
    })
  })

  it('go another way where the SMS holds no code', () => {
    expect(external).toMatchObject({ step: 'external', session: { submitUrl: null } })
    expect(next(external, confirm())).toMatchObject({ step: 'verified', session: { sid: 'sid' } })
  })

  it('go from one way to the other with what a resend brings', () => {
    expect(next(external, resend('s2'), accept(2)).step).toBe('code')
    expect(next(coded, resend('s2'), accept(2, { submitUrl: null })).step).toBe('external')
  })

  it('give up a resend once the person confirms', () => {
    const flow = next(external, resend('s2'), confirm())
    expect(flow).toMatchObject({ step: 'verified', sending: null })
    expect(next(flow, accept(2))).toBe(flow)
  })

  it.each(EVERYWHERE.filter(([, { step }]) => step !== 'external'))(
    'take no confirmation at %s',
    (_, flow) => {
      expect(next(flow, confirm())).toBe(flow)
    },
  )
})

describe('a server that does not do it', () => {
  it('is a step of its own, with the error', () => {
    expect(notSupported).toMatchObject({
      step: 'unsupported',
      session: null,
      sending: null,
      error: 'unsupported',
    })
  })

  it('throws nobody out who has a code already', () => {
    const flow = next(coded, resend('s2'), unsupported(2))
    expect(flow).toMatchObject({ step: 'code', error: 'unsupported', sending: null, session: { sid: 'sid' } })
    expect(next(flow, submit, rightCode(3)).step).toBe('verified')
    expect(next(external, resend('s2'), unsupported(2)).step).toBe('external')
  })

  it('leaves a code that is being checked alone', () => {
    const flow = next(coded, submit, resend('s2'), unsupported(3))
    expect(next(flow, rightCode(2)).step).toBe('verified')
  })
})

describe('the app’s handler of the proof', () => {
  it('that fails leaves the proof, with the error', () => {
    expect(next(verified, handlerFailed)).toMatchObject({
      step: 'verified',
      error: 'the app failed',
      session: verified.session,
    })
  })

  it('that is tried again takes the error away', () => {
    expect(next(verified, handlerFailed, handlerStarted).error).toBeNull()
  })

  it('that fails after a reset says nothing', () => {
    const flow = next(verified, reset)
    expect(next(flow, handlerFailed)).toBe(flow)
  })
})

describe('an error', () => {
  it('goes with the next try', () => {
    expect(next(sending, refuse(1), send(US, 's2')).error).toBeNull()
    expect(next(coded, submit, wrongCode(2), submit).error).toBeNull()
    expect(next(coded, submit, wrongCode(2), resend('s2')).error).toBeNull()
  })

  it('goes with "Change number"', () => {
    expect(next(coded, submit, wrongCode(2), changeNumber).error).toBeNull()
  })

  it('of a number that cannot be sent is shown where the person is', () => {
    expect(next(after(), impossible)).toMatchObject({ step: 'number', error: 'no number', requests: 0 })
    expect(next(coded, impossible)).toMatchObject({ step: 'code', error: 'no number' })
  })

  it('of a number that cannot be sent does not disturb one that is being sent', () => {
    expect(next(sending, impossible)).toBe(sending)
  })
})

describe('the way out', () => {
  it.each(EVERYWHERE)('by a reset leads from %s to the number, with nothing left but a wait', (_, flow) => {
    expect(next(flow, reset)).toEqual({ ...initialFlow, requests: flow.requests, wait: flow.wait })
  })

  it.each(EVERYWHERE)('by "Change number" leads from %s to the number', (_, flow) => {
    const changed = next(flow, changeNumber)
    expect(changed).toMatchObject({ step: 'number', sending: null, submitting: null })
    expect(next(changed, send(DE, 's9', NOW + 2 * HOUR)).sending?.session).toMatchObject({
      destination: DE,
      clientSecret: 's9',
      sendAttempt: 1,
    })
  })

  it.each(EVERYWHERE)('of the page leaves %s without a request under way', (_, flow) => {
    const left = next(flow, abandon)
    expect(left).toEqual({ ...flow, sending: null, submitting: null })
  })
})

describe('the same object comes back', () => {
  it.each([
    ['a reset at the beginning', after(), reset],
    ['a reset after a reset', next(coded, reset), reset],
    ['"Change number" at the number', after(), changeNumber],
    ['"Change number" after a failed send', next(sending, refuse(1)), changeNumber],
    ['a page that goes with no request under way', coded, abandon],
    ['a send while sending', sending, send(US, 's2')],
    ['a send of the number that has its code', coded, send(US, 's2')],
    ['a send of the verified number', verified, send(US, 's2')],
    ['a send where it is not supported', notSupported, send(US, 's2')],
    ['a number that cannot be sent where it is not supported', notSupported, impossible],
    ['a resend too early', coded, resend('s2', LATER - 1)],
    ['a resend at the number', after(), resend('s2')],
    ['a send during a wait whose refusal is shown', next(sending, limit(1, NOW + HOUR)), send(US, 's2')],
    ['a code at the number', after(), submit],
    ['a code at the link', external, submit],
    ['a confirmation at the code', coded, confirm()],
    ['a handler that starts without an error to take away', verified, handlerStarted],
    ['a handler that starts before the proof', coded, handlerStarted],
    ['a handler that fails before the proof', coded, handlerFailed],
    ['an answer nobody waits for', coded, accept(1)],
    ['a refusal nobody waits for', coded, refuse(1)],
    ['a right code nobody waits for', coded, rightCode(1)],
    ['a wrong code nobody waits for', coded, wrongCode(1)],
  ])('for %s', (_, flow, event) => {
    expect(transition(flow, event)).toBe(flow)
  })

  it('and no flow is ever changed in place', () => {
    for (const [, flow] of EVERYWHERE) {
      const copy = structuredClone(flow)
      const events = [
        send(DE, 's9'),
        resend('s9'),
        accept(2),
        refuse(2),
        submit,
        rightCode(3),
        changeNumber,
        reset,
      ]
      for (const event of events) next(flow, event)
      expect(flow).toEqual(copy)
    }
  })
})
