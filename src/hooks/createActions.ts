import { generateClientSecret } from '../matrix/clientSecret.js'
import { PhoneVerificationError } from '../matrix/PhoneVerificationError.js'
import type { PendingRequest } from '../verification/flow.js'
import type { Destination } from '../verification/session.js'
import type { FlowStore, VerificationFlow } from './flowStore.js'
import { normalizeCode } from './normalizeCode.js'
import { startSend, startSubmit, type RequestContext, type RunJob } from './requests.js'

/** What a person can do. Nothing here rejects: the outcome is in `step` and `error`. */
export interface PhoneVerificationActions {
  /**
   * Asks for an SMS. For the number that has just had one it returns to the code step without a request.
   * `phoneNumber` is E.164, `country` ISO 3166-1 alpha-2; `display` is how the number is shown, E.164 if absent.
   */
  send: (number: { phoneNumber: string; country: string; display?: string | undefined }) => Promise<void>
  /** Asks for another SMS, once `resendAt` has come. */
  resend: () => Promise<void>
  /** Submits the code. An empty one is not sent. */
  verify: (code: string) => Promise<void>
  /** Back to the number, which keeps its session for as long as it stays the same. */
  changeNumber: () => void
  /** Forgets everything, the proof too. */
  reset: () => void
}

/** What the actions start from: the newest of everything, and what runs their requests. */
export interface ActionContext extends RequestContext {
  requests: { runSend: RunJob; runSubmit: RunJob }
}

/**
 * The rules decide first, on the newest state; a request starts only if they let one happen. Actions of a flow
 * that the component has left ask for nothing: its secrets are another server's.
 */
export function createActions(
  store: FlowStore,
  contextRef: { readonly current: ActionContext },
): PhoneVerificationActions {
  const isLeft = () => contextRef.current.store !== store

  return {
    async send({ phoneNumber, country, display = phoneNumber }) {
      if (isLeft()) return
      const context = contextRef.current
      const { operation, now } = context
      const rule = brokenRule({ phoneNumber, country, display })
      if (rule !== null) {
        const error = new PhoneVerificationError({ kind: 'invalid-number', operation, message: rule })
        store.dispatch({ type: 'sendImpossible', error })
        return
      }
      const before = store.getFlow()
      const destination = { phoneNumber, country, display }
      const freshSecret = generateClientSecret()
      const after = store.dispatch({ type: 'sendRequested', destination, freshSecret, now: now() })
      const request = started('sending', before, after)
      if (request !== null) await startSend(context.requests.runSend, context, request)
    },
    async resend() {
      if (isLeft()) return
      const context = contextRef.current
      const before = store.getFlow()
      const freshSecret = generateClientSecret()
      const after = store.dispatch({ type: 'resendRequested', freshSecret, now: context.now() })
      const request = started('sending', before, after)
      if (request !== null) await startSend(context.requests.runSend, context, request)
    },
    async verify(text) {
      const code = normalizeCode(text)
      if (code === '' || isLeft()) return
      const context = contextRef.current
      const before = store.getFlow()
      const after = store.dispatch({ type: 'codeSubmitted' })
      const request = started('submitting', before, after)
      if (request !== null) await startSubmit(context.requests.runSubmit, context, request, code)
    },
    changeNumber() {
      store.dispatch({ type: 'numberChangeRequested' })
    },
    reset() {
      store.dispatch({ type: 'reset' })
    },
  }
}

/** The request that an event has let happen; `null` if it let none. */
function started(
  pending: 'sending' | 'submitting',
  before: VerificationFlow,
  after: VerificationFlow,
): PendingRequest | null {
  return after[pending]?.id === before[pending]?.id ? null : after[pending]
}

function brokenRule({ phoneNumber, country, display }: Destination): string | null {
  if (!/^\+[1-9]\d{1,14}$/.test(phoneNumber)) return 'phoneNumber must be E.164.'
  if (!/^[A-Z]{2}$/.test(country)) return 'country must be two uppercase letters.'
  if (display.replace(/[^+\d]/g, '') !== phoneNumber) return 'display must show phoneNumber.'
  return null
}
