import { generateClientSecret } from '../matrix/clientSecret.js'
import { PhoneVerificationError } from '../matrix/PhoneVerificationError.js'
import type { PendingRequest } from '../verification/flow.js'
import type { Destination } from '../verification/session.js'
import type { FlowStore, VerificationFlowEvent } from './flowStore.js'
import { normalizeCode } from './normalizeCode.js'
import { startSend, startSubmit, type ActionContext } from './requests.js'

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

/**
 * The rules decide first, on the newest state; a request starts only if they let one happen. Actions of a flow
 * that the component has left ask for nothing: its secrets are another server's.
 */
export function createActions(
  store: FlowStore,
  contextRef: { readonly current: ActionContext },
): PhoneVerificationActions {
  const isLeft = () => contextRef.current.store !== store

  /** Lets an event happen, and starts the request that it leads to, if the rules let one happen. */
  async function begin(
    pending: 'sending' | 'submitting',
    event: VerificationFlowEvent,
    start: (context: ActionContext, request: PendingRequest) => Promise<void>,
  ): Promise<void> {
    const before = store.getFlow()[pending]
    const request = store.dispatch(event)[pending]
    if (request !== null && request.id !== before?.id) await start(contextRef.current, request)
  }

  return {
    async send({ phoneNumber, country, display = phoneNumber }) {
      if (isLeft()) return
      const { operation, now } = contextRef.current
      const destination = { phoneNumber, country, display }
      const message = brokenRule(destination)
      if (message !== null) {
        const error = new PhoneVerificationError({ kind: 'invalid-number', operation, message })
        store.dispatch({ type: 'sendImpossible', error })
        return
      }
      const freshSecret = generateClientSecret()
      await begin('sending', { type: 'sendRequested', destination, freshSecret, now: now() }, startSend)
    },
    async resend() {
      if (isLeft()) return
      const { now } = contextRef.current
      const freshSecret = generateClientSecret()
      await begin('sending', { type: 'resendRequested', freshSecret, now: now() }, startSend)
    },
    async verify(text) {
      const code = normalizeCode(text)
      if (code === '' || isLeft()) return
      await begin('submitting', { type: 'codeSubmitted' }, (context, request) =>
        startSubmit(context, request, code),
      )
    },
    changeNumber() {
      store.dispatch({ type: 'numberChangeRequested' })
    },
    reset() {
      store.dispatch({ type: 'reset' })
    },
  }
}

function brokenRule({ phoneNumber, country, display }: Destination): string | null {
  if (!/^\+[1-9]\d{1,14}$/.test(phoneNumber)) return 'phoneNumber must be E.164.'
  if (!/^[A-Z]{2}$/.test(country)) return 'country must be two uppercase letters.'
  if (display.replace(/[^+\d]/g, '') !== phoneNumber) return 'display must show phoneNumber.'
  return null
}
