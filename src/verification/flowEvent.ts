import type { Flow, Step } from './flow.js'
import type { SessionInput } from './session.js'
import type { RefusedRequest } from './wait.js'

/**
 * The events of a verification. An event that ends a request contains the request's id, and one about a session
 * contains its client secret. Events about another request or session than the flow's are ignored.
 */
export type FlowEvent<E> =
  | ({ type: 'sendRequested' } & SessionInput)
  /** An error without a request, or of a request that nobody waits for any more. */
  | { type: 'actionFailed'; error: E }
  | ({ type: 'resendRequested' } & Omit<SessionInput, 'destination'>)
  | {
      type: 'codeSent'
      request: number
      sid: string
      submitUrl: string | null
      echo: string | null
      now: number
      /** Milliseconds until another SMS can be requested. */
      resendDelay: number
    }
  | ({ type: 'sendFailed'; unsupported: boolean } & RefusedRequest<E>)
  | { type: 'codeSubmitted' }
  | { type: 'verified'; request: number; now: number }
  | ({ type: 'codeRejected'; session: 'alive' | 'expired' | 'lost' } & RefusedRequest<E>)
  | { type: 'externallyConfirmed'; clientSecret: string; now: number }
  | { type: 'appReported'; clientSecret: string; error: E | null }
  | { type: 'numberChangeRequested' }
  | { type: 'requestsAbandoned' }
  | { type: 'copyFound' }
  | { type: 'overtaken'; flow: Flow<E> }
  | { type: 'reset' }
  | { type: 'forgotten' }

const ANY_STEP: readonly Step[] = ['number', 'code', 'external', 'verified', 'unsupported']
const WHERE_SMS_IS_POSSIBLE: readonly Step[] = ['number', 'code', 'external', 'verified']
const WHERE_REQUESTS_RUN: readonly Step[] = ['number', 'code', 'external']

/** The steps in which an event may happen. In other steps it changes nothing. */
export const MAY_HAPPEN_IN: Record<FlowEvent<unknown>['type'], readonly Step[]> = {
  sendRequested: WHERE_SMS_IS_POSSIBLE,
  actionFailed: WHERE_SMS_IS_POSSIBLE,
  resendRequested: ['code', 'external'],
  codeSent: WHERE_REQUESTS_RUN,
  sendFailed: WHERE_REQUESTS_RUN,
  codeSubmitted: ['code'],
  // A resend may lead to the step `external` while the code of the SMS before it is being checked.
  verified: ['code', 'external'],
  codeRejected: ['code', 'external'],
  externallyConfirmed: ['external'],
  appReported: ['verified'],
  numberChangeRequested: ANY_STEP,
  requestsAbandoned: WHERE_REQUESTS_RUN,
  copyFound: ANY_STEP,
  overtaken: ANY_STEP,
  reset: ANY_STEP,
  forgotten: ANY_STEP,
}
