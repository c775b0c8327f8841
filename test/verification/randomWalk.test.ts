import fc from 'fast-check'
import { expect, it } from 'vitest'
import { copiedFlow } from '../../src/verification/copiedFlow.js'
import { initialFlow, type Flow } from '../../src/verification/flow.js'
import type { FlowEvent } from '../../src/verification/flowEvent.js'
import type { Session } from '../../src/verification/session.js'
import { transition } from '../../src/verification/transition.js'
import { action, NUMBERS, type Action } from './actions.js'
import { changeNumber, NOW, reset } from './events.js'
import { keep, restore } from './kept.js'

const HUMAN = new Set<Action['does']>(['send', 'resend', 'submit'])

/** A person, a page and a server, with a memory of what must never happen. */
class Walk {
  flow: Flow<string> = initialFlow
  now = NOW
  requests = 0
  humanActions = 0
  secrets = 0
  /** Until when the server said to wait. */
  mayAskFrom = 0
  readonly numberOf = new Map<string, string>()
  readonly acceptedAttempt = new Map<string, number>()
  /** The secrets with which a number was verified. */
  readonly spent = new Set<string>()

  do(action: Action): void {
    const before = this.flow
    if (HUMAN.has(action.does)) this.humanActions += 1
    if (action.does === 'pass') this.now += action.seconds * 1000
    else if (action.does === 'reload' || action.does === 'copy') this.reload(action.does === 'copy')
    else this.flow = transition(before, this.toEvent(action))
    this.check(before, action)
  }

  private reload(isCopy: boolean): void {
    const flow = restore(keep(this.flow, this.now), this.now) ?? initialFlow
    this.flow = isCopy ? copiedFlow(flow) : flow
    this.mayAskFrom = flow.wait?.until ?? 0
  }

  private toEvent(action: Exclude<Action, { does: 'pass' | 'reload' | 'copy' }>): FlowEvent<string> {
    const { now } = this
    const freshSecret = () => `s${(this.secrets += 1)}`
    const request = this.flow.requests - ('which' in action ? action.which : 0)
    const tooMany = 'wait' in action ? this.tooMany(action.wait) : undefined
    const refusal = { request, error: `error ${now}`, tooMany }
    // A check, or the app, may be late: then it is about a session of before.
    const clientSecret = `s${this.secrets - ('which' in action ? action.which : 0)}`
    switch (action.does) {
      case 'send':
        return {
          type: 'sendRequested',
          destination: NUMBERS[action.number],
          freshSecret: freshSecret(),
          idServer: null,
          now,
        }
      case 'resend':
        return { type: 'resendRequested', freshSecret: freshSecret(), idServer: null, now }
      case 'submit':
        return { type: 'codeSubmitted' }
      case 'accept':
        return {
          type: 'codeSent',
          request,
          sid: `sid${action.sid}`,
          submitUrl: action.isExternal ? null : 'https://sms.example.org/submit',
          echo: null,
          now,
          resendDelay: 30_000,
        }
      case 'refuse':
        return { type: 'sendFailed', unsupported: action.unsupported, ...refusal }
      case 'acceptCode':
        return { type: 'verified', request, now }
      case 'refuseCode':
        return { type: 'codeRejected', session: action.session, ...refusal }
      case 'confirm':
        return { type: 'externallyConfirmed', clientSecret, now }
      case 'changeNumber':
        return { type: 'numberChangeRequested' }
      case 'abandon':
        return { type: 'requestsAbandoned' }
      case 'reset':
        return { type: 'reset' }
      case 'handlerStarts':
        return { type: 'appReported', clientSecret, error: null }
      case 'handlerFails':
        return { type: 'appReported', clientSecret, error: 'the app failed' }
      case 'cannotSend':
        return { type: 'actionFailed', error: 'no number' }
    }
  }

  private tooMany(kind: 'none' | 'told' | 'guess') {
    if (kind === 'none') return undefined
    return { retryAt: this.waitOf(kind), isGuess: kind === 'guess', now: this.now }
  }

  /** Until when a refusal forbids to ask again, at least. */
  private waitOf(kind: 'none' | 'told' | 'guess'): number {
    return kind === 'none' ? 0 : this.now + (kind === 'told' ? 333_000 : 60_000)
  }

  private check(before: Flow<string>, action: Action): void {
    const { flow } = this
    this.checkStep(before, action)
    if (action.does === 'reload' || action.does === 'copy') return
    this.checkAnswer(before, action)
    const started = flow.requests - before.requests
    expect(started).toBeLessThanOrEqual(HUMAN.has(action.does) ? 1 : 0)
    this.requests += started
    expect(this.requests).toBeLessThanOrEqual(this.humanActions)
    if (started === 0) return
    if (action.does === 'submit') expect(before.submitting).toBeNull()
    else this.checkSend(before, action)
  }

  /** Where the walk is, and that there is a way out. */
  private checkStep(before: Flow<string>, { does }: Action): void {
    const { flow } = this
    const { step, session, sending, submitting } = flow
    if (step === 'verified' && before.step !== 'verified') expect(does).toMatch(/^(acceptCode|confirm)$/)
    if (does === 'confirm' && flow !== before)
      expect(session?.clientSecret).toBe(before.session?.clientSecret)
    if (step === 'code') expect(session.submitUrl).not.toBeNull()
    if (step === 'external') expect(session.submitUrl).toBeNull()
    if (step === 'code' || step === 'external' || step === 'verified')
      expect(session.sid).toMatch(/^sid[12]$/)
    if (step === 'verified') this.spent.add(session.clientSecret)
    if (sending !== null) expect(step).toMatch(/^(number|code|external)$/)
    if (submitting !== null) expect(step).toMatch(/^(code|external)$/)
    if (sending !== null) expect(sending.id).not.toBe(submitting?.id)
    if (flow === before) return
    const changed = transition(flow, changeNumber)
    expect(transition(flow, { type: 'forgotten' })).toEqual({ ...initialFlow, requests: flow.requests })
    expect(transition(flow, reset)).toEqual({ ...initialFlow, requests: flow.requests, wait: flow.wait })
    expect([changed.step, changed.sending, changed.submitting]).toEqual(['number', null, null])
  }

  /** An answer counts for the request that is waiting for it, and for no other. */
  private checkAnswer(before: Flow<string>, action: Action): void {
    if (!('which' in action) || action.does === 'confirm') return
    const pending = action.does === 'accept' || action.does === 'refuse' ? before.sending : before.submitting
    const isAwaited = pending !== null && pending.id === before.requests - action.which
    expect(this.flow === before).toBe(!isAwaited)
    if (!isAwaited) return
    if ('wait' in action) this.mayAskFrom = Math.max(this.mayAskFrom, this.waitOf(action.wait))
    if (action.does !== 'accept') return
    const { clientSecret, sendAttempt } = pending.session
    expect(sendAttempt).toBeGreaterThan(this.acceptedAttempt.get(clientSecret) ?? 0)
    this.acceptedAttempt.set(clientSecret, sendAttempt)
    this.mayAskFrom = 0
  }

  /** A request for an SMS goes to the number that was asked for, with a secret and an attempt that fit. */
  private checkSend(before: Flow<string>, action: Action): void {
    const { sending, requests } = this.flow
    if (sending === null) throw new Error('nothing is being sent')
    const { clientSecret, destination, sendAttempt } = sending.session
    expect(sending.id).toBe(requests)
    expect(this.now).toBeGreaterThanOrEqual(this.mayAskFrom)
    if (action.does === 'resend') {
      expect(before.sending).toBeNull()
      expect(destination).toBe(before.session?.destination)
      expect(this.now).toBeGreaterThanOrEqual(before.session?.resendAt ?? 0)
    }
    if (action.does === 'send') {
      expect(destination).toEqual(NUMBERS[action.number])
      expect(before.sending?.session.destination.phoneNumber).not.toBe(destination.phoneNumber)
    }
    expect(this.numberOf.get(clientSecret) ?? destination.phoneNumber).toBe(destination.phoneNumber)
    this.numberOf.set(clientSecret, destination.phoneNumber)
    expect(sendAttempt).toBe((this.acceptedAttempt.get(clientSecret) ?? 0) + 1)
    expect(this.spent).not.toContain(clientSecret)
    if (before.session !== null && this.isUseless(before.session))
      expect(clientSecret).not.toBe(before.session.clientSecret)
  }

  private isUseless({ health, sid, expiresAt }: Session): boolean {
    return health === 'lost' || health === 'copied' || (sid !== null && this.now >= expiresAt)
  }
}

it('keeps its promises whatever happens, in whatever order', () => {
  const reached = new Set<string>()
  fc.assert(
    fc.property(fc.array(action, { minLength: 1, maxLength: 60, size: 'max' }), (actions) => {
      const walk = new Walk()
      for (const each of actions) {
        walk.do(each)
        reached.add(walk.flow.step)
      }
    }),
    { numRuns: 3000 },
  )
  expect([...reached].sort()).toEqual(['code', 'external', 'number', 'unsupported', 'verified'])
}, 60_000)
