import type { FlowError } from './FlowError.js'
import type { VerifiedPhone } from '../matrix/uiaAuth.js'
import type { Destination } from '../verification/destination.js'
import type { Flow } from '../verification/flow.js'
import type { Session } from '../verification/session.js'
import { withRetryAt } from './outcome.js'

/** The number that a code was sent to, and how to show it. */
export type SentTo = Destination & {
  /** The number that the server says it texted, if it differs from the requested one; else `null`. */
  echo: string | null
}

/**
 * The state of a verification: the step, the error, and the values of the step. `send`, `resend` and `verify` resolve
 * with it. Deadlines are epoch milliseconds.
 */
export type PhoneVerificationState = {
  /** The error of the newest action; `null` if it did not fail. */
  error: FlowError | null
  /** Whether a request is under way. */
  isPending: boolean
  /** The `send_attempt` of the newest request; 0 before the first. */
  sendAttempt: number
} & (
  | {
      /** The current step. Each step has its own screen. */
      step: 'number'
      /** The number of the newest request. It fills the field after "Change number" or a reload. */
      lastNumber: Destination | null
    }
  | {
      step: 'code'
      /** The number that the code went to. */
      sentTo: SentTo
      /** When another SMS can be requested, in epoch milliseconds. */
      resendAt: number
    }
  | {
      step: 'external'
      sentTo: SentTo
      resendAt: number
      /**
       * The proof. In the step `external` the number is not verified yet; the app can try its `m.login.msisdn` stage
       * with it.
       */
      phone: VerifiedPhone
      /** Tells the flow that the server accepted this number and session. It verifies no other session. */
      confirm: () => void
    }
  | { step: 'verified'; sentTo: SentTo; phone: VerifiedPhone }
  | { step: 'unsupported' }
)

/**
 * Creates a function that reads the state of a flow. It returns the same object for the same flow. A number, a proof
 * or an error keeps its identity for as long as it does not change.
 *
 * @param confirm called when the session with this client secret was verified elsewhere
 */
export function createStateReader(
  confirm: (clientSecret: string) => void,
): (flow: Flow<FlowError>) => PhoneVerificationState {
  let known: { flow: Flow<FlowError>; state: PhoneVerificationState } | undefined
  const sameSentTo = createSameness<SentTo>()
  const samePhone = createSameness<VerifiedPhone>()
  let shown: ShownError = { error: null, until: undefined, as: null }
  let confirming: { clientSecret: string; confirm: () => void } | undefined

  return (flow) => {
    if (known?.flow !== flow) known = { flow, state: read(flow) }
    return known.state
  }

  function read(flow: Flow<FlowError>): PhoneVerificationState {
    const { session, sending, submitting, wait } = flow
    const common = {
      error: readError(flow),
      isPending: (sending ?? submitting) !== null,
      sendAttempt: (sending?.session ?? session)?.sendAttempt ?? 0,
    }
    if (flow.step === 'number') return { ...common, step: flow.step, lastNumber: flow.lastNumber }
    if (flow.step === 'unsupported') return { ...common, step: flow.step }
    const { destination, echo, resendAt, clientSecret } = flow.session
    const sent = { ...common, sentTo: sameSentTo({ ...destination, echo }) }
    const phone = samePhone(toVerifiedPhone(flow.session))
    if (flow.step === 'verified') return { ...sent, step: flow.step, phone }
    const waiting = { ...sent, resendAt: Math.max(resendAt, wait?.until ?? 0) }
    if (flow.step === 'code') return { ...waiting, step: flow.step }
    if (confirming?.clientSecret !== clientSecret) {
      confirming = { clientSecret, confirm: () => confirm(clientSecret) }
    }
    return { ...waiting, step: flow.step, phone, confirm: confirming.confirm }
  }

  /**
   * Shows a refusal with the wait that the rules computed. After several refusals without a time, that wait is longer
   * than the error's own.
   */
  function readError({ error, wait }: Flow<FlowError>): FlowError | null {
    const until = wait?.error === error ? wait.until : undefined
    if (shown.error !== error || shown.until !== until) {
      const isLonger = error !== null && until !== undefined && error.retryAt !== until
      shown = { error, until, as: isLonger ? withRetryAt(error, until) : error }
    }
    return shown.as
  }
}

/** The session as a proof. The flow's step says whether it is verified yet. */
export function toVerifiedPhone({
  destination,
  sid,
  clientSecret,
  idServer,
}: Session & { sid: string }): VerifiedPhone {
  const { phoneNumber, country } = destination
  return { phoneNumber, country, sid, clientSecret, ...(idServer !== null && { idServer }) }
}

/** An error of the flow, until when its wait lasts, and the error that says so. */
interface ShownError {
  error: FlowError | null
  until: number | undefined
  as: FlowError | null
}

/** Creates a function that returns its last object again if the new one is equal. Both are plain data. */
function createSameness<Value extends object>(): (value: Value) => Value {
  let last: Value | undefined
  return (value) => {
    if (last === undefined || JSON.stringify(last) !== JSON.stringify(value)) last = value
    return last
  }
}
