import { describe, expect, it } from 'vitest'
import { initialFlow } from '../../src/verification/flow.js'
import {
  abandon,
  accept,
  after,
  asked,
  changeNumber,
  confirm,
  DE,
  handlerFailed,
  impossible,
  LATER,
  refuse,
  requestsOf,
  resend,
  reset,
  rightCode,
  send,
  submit,
  next,
  unsupported,
  US,
  wrongCode,
} from './events.js'

describe('one action, one request', () => {
  it.each([
    ['a send', [send(US, 's1')], 1],
    ['two sends in one tick', [send(US, 's1'), send(US, 's2')], 1],
    ['a send and a resend in one tick', [send(US, 's1'), resend('s2')], 1],
    ['a send after the code came', [send(US, 's1'), accept(1), send(US, 's2')], 1],
    ['a resend too early', [send(US, 's1'), accept(1), resend('s2', LATER - 1)], 1],
    ['a resend', [send(US, 's1'), accept(1), resend('s2')], 2],
    ['two resends in one tick', [send(US, 's1'), accept(1), resend('s2'), resend('s3')], 2],
    ['a resend and a send in one tick', [send(US, 's1'), accept(1), resend('s2'), send(US, 's3')], 2],
    ['a resend before anything was sent', [resend('s1')], 0],
    ['a resend after a failed send', [send(US, 's1'), refuse(1), resend('s2')], 1],
    [
      'a resend after the number is verified',
      [send(US, 's1'), accept(1), submit, rightCode(2), resend('s2')],
      2,
    ],
    ['a code', [send(US, 's1'), accept(1), submit], 2],
    ['two codes in one tick', [send(US, 's1'), accept(1), submit, submit], 2],
    ['a code before there is one', [submit], 0],
    ['a code while the SMS is asked for', [send(US, 's1'), submit], 1],
    ['a code where none is typed', [send(US, 's1'), accept(1, { submitUrl: null }), submit], 1],
    ['a code after the number is verified', [send(US, 's1'), accept(1), submit, rightCode(2), submit], 2],
    ['a code and a resend in one tick', [send(US, 's1'), accept(1), submit, resend('s2')], 3],
    ['a changed number while the first is asked for', [send(US, 's1'), send(DE, 's2')], 2],
    ['going back and forth', [send(US, 's1'), accept(1), changeNumber, send(US, 's2')], 1],
    ['a number that cannot be sent', [impossible], 0],
    ['a send where it is not supported', [send(US, 's1'), unsupported(1), send(DE, 's2'), resend('s3')], 1],
  ])('%s', (_, events, requests) => {
    expect(requestsOf(...events)).toBe(requests)
  })

  it.each([
    ['an answer that was taken', accept(1)],
    ['an answer that was refused', refuse(1)],
    ['a confirmation', confirm()],
    ['a changed number', changeNumber],
    ['a page that goes', abandon],
    ['a reset', reset],
    ['a broken handler', handlerFailed],
  ])('%s starts none', (_, event) => {
    const flow = after(send(US, 's1'))
    expect(next(flow, event).requests).toBe(flow.requests)
  })

  it('says which it is, from 1, and never the same twice', () => {
    const flow = after(send(US, 's1'), refuse(1), send(US, 's2'), accept(2), submit)
    expect(flow.submitting?.id).toBe(3)
    expect(next(flow, reset, send(DE, 's3')).sending?.id).toBe(4)
    const overtaken = next(flow, { type: 'overtaken', flow: initialFlow })
    expect(next(overtaken, send(DE, 's3')).sending?.id).toBe(4)
  })
})

describe('a late answer', () => {
  const changed = after(send(US, 's1'), changeNumber, send(DE, 's2'))

  it.each([
    ['taken', accept(1, { sid: 'old' })],
    ['refused', refuse(1, 'old')],
    ['not supported', unsupported(1)],
  ])('for another number is dropped: %s', (_, late) => {
    expect(next(changed, late)).toBe(changed)
  })

  it.each([
    ['before', [accept(1, { sid: 'old' }), accept(2, { sid: 'new' })]],
    ['after', [accept(2, { sid: 'new' }), accept(1, { sid: 'old' })]],
  ])('that comes %s the right one changes nothing', (_, answers) => {
    const flow = next(changed, ...answers)
    expect(flow).toMatchObject({ step: 'code', session: { sid: 'new', destination: DE, clientSecret: 's2' } })
  })

  it.each([
    ['a changed number', changeNumber],
    ['a reset', reset],
    ['the page going', abandon],
  ])('after %s is dropped', (_, event) => {
    const sending = after(send(US, 's1'), event)
    expect(next(sending, accept(1))).toBe(sending)
    expect(next(sending, refuse(1))).toBe(sending)
    const submitting = after(send(US, 's1'), accept(1), submit, event)
    expect(next(submitting, rightCode(2))).toBe(submitting)
    expect(next(submitting, wrongCode(2, 'lost'))).toBe(submitting)
  })

  it('to the first of two tries is dropped, and the second one counts', () => {
    const flow = after(send(US, 's1'), changeNumber, send(US, 's2'))
    expect(next(flow, refuse(1))).toBe(flow)
    expect(next(flow, accept(1, { sid: 'first' }), accept(2, { sid: 'second' })).session).toMatchObject({
      sid: 'second',
    })
  })

  it('that comes twice counts once', () => {
    const flow = after(send(US, 's1'), accept(1))
    expect(next(flow, accept(1))).toBe(flow)
    const wrong = next(flow, submit, wrongCode(2))
    expect(next(wrong, wrongCode(2), rightCode(2))).toBe(wrong)
  })

  it('of a send is not taken for one of a code, nor the other way round', () => {
    const flow = after(send(US, 's1'), accept(1), resend('s2'), submit)
    expect(next(flow, accept(3), refuse(3), rightCode(2), wrongCode(2))).toBe(flow)
  })
})

describe('a code that is submitted while a resend is under way', () => {
  const both = after(send(US, 's1'), accept(1, { sid: 'sid1' }), resend('s2'), submit)

  it('verifies, and the resend is given up', () => {
    const flow = next(both, rightCode(3))
    expect(flow).toMatchObject({
      step: 'verified',
      sending: null,
      submitting: null,
      session: { sid: 'sid1' },
    })
    expect(next(flow, accept(2, { sid: 'sid2' }))).toBe(flow)
  })

  it('verifies with the session that it was typed for, also after the resend was answered', () => {
    const flow = next(both, accept(2, { sid: 'sid2' }), rightCode(3))
    expect(flow).toMatchObject({ step: 'verified', session: { sid: 'sid1', clientSecret: 's1' } })
  })

  it('stays under way when the resend is answered', () => {
    expect(next(both, accept(2)).submitting).toBe(both.submitting)
    expect(next(both, refuse(2)).submitting).toBe(both.submitting)
  })

  it('leaves the resend under way when it is wrong', () => {
    expect(next(both, wrongCode(3)).sending).toBe(both.sending)
    expect(asked(next(both, wrongCode(3)))).toMatchObject({ clientSecret: 's1', sendAttempt: 2 })
  })

  it.each(['expired', 'lost'] as const)('says nothing of the newer session when it is %s', (verdict) => {
    expect(next(both, accept(2, { sid: 'sid1' }), wrongCode(3, verdict)).session?.health).toBe('alive')
    expect(next(both, accept(2, { sid: 'sid2' }), wrongCode(3, verdict)).session?.health).toBe('alive')
  })

  it('says nothing of the first SMS of another session when it is lost', () => {
    const lost = after(send(US, 's1'), accept(1, { sid: 'sid1' }), submit, wrongCode(2, 'lost'))
    const flow = next(
      lost,
      resend('s2'),
      submit,
      accept(3, { sid: 'sid2', now: LATER }),
      wrongCode(4, 'lost'),
    )
    expect(flow.session).toMatchObject({ sid: 'sid2', health: 'alive' })
  })

  it.each(['expired', 'lost'] as const)('that is %s does not stop the resend from helping', (verdict) => {
    const flow = next(both, wrongCode(3, verdict), accept(2, { sid: 'sid2' }))
    expect(flow).toMatchObject({ step: 'code', error: null, session: { sid: 'sid2', health: 'alive' } })
  })

  it('stays under way when the newer SMS holds no code, and still verifies', () => {
    const flow = next(both, accept(2, { sid: 'sid2', submitUrl: null }))
    expect(flow.step).toBe('external')
    expect(next(flow, rightCode(3))).toMatchObject({ step: 'verified', session: { sid: 'sid1' } })
    expect(next(flow, wrongCode(3))).toMatchObject({
      step: 'external',
      error: 'code alive',
      submitting: null,
    })
  })
})
