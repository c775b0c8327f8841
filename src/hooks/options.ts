import type { MatrixClient } from '../matrix/createMatrixClient.js'
import type { PhoneVerificationError, Recovery } from '../matrix/PhoneVerificationError.js'
import type { Purpose } from '../matrix/purposes.js'
import type { VerifiedPhone } from '../matrix/uiaAuth.js'
import type { FlowStorage } from './flowStore.js'
import type { CheckExternal } from './watchSms.js'
import type { PhoneVerificationEvent } from './verificationEvents.js'

/** Options of `usePhoneVerification`. Times are milliseconds. */
export interface PhoneVerificationOptions {
  /**
   * The homeserver's base URL, or a client from `createMatrixClient`. A flow is known by base URL, `apiPath`,
   * purpose and `id`: a client that is made anew on every render changes nothing, another URL starts afresh.
   */
  homeserver: string | MatrixClient
  /** What the number is verified for. */
  purpose: Purpose
  /** Tells apart two flows of the same purpose on one homeserver. @default '' */
  id?: string | undefined
  /** Where a link in the SMS leads to after the validation; sent as `next_link`. */
  nextLink?: string | undefined
  /**
   * How long a person waits before another SMS, where the server does not say: milliseconds, or a function of
   * how many SMS the server accepted. @default 30_000, 60_000, 120_000, … up to 15 minutes
   */
  resendDelay?: number | ((sent: number) => number) | undefined
  /**
   * Whether the browser is asked for the code of the SMS (WebOTP): `true` submits it, a function is handed it
   * instead. @default true where the browser has it
   */
  webOtp?: boolean | ((code: string) => void) | undefined
  /** Where the flow survives a reload; `false` turns that off. @default sessionStorage */
  storage?: FlowStorage | false | undefined
  /** Asks the app whether a verification by a link in the message is done. */
  checkExternal?: CheckExternal | undefined
  /** The clock, in epoch milliseconds; for tests and stories. @default the system's */
  now?: (() => number) | undefined
  /**
   * Called with the proof, once per page load; after a reload once more, with `resumed: true`. It is awaited:
   * if it rejects, the error is shown and the proof is kept.
   */
  onVerified?: ((phone: VerifiedPhone, details: { resumed: boolean }) => unknown) | undefined
  /** Told of everything that happens, without personal data. */
  onEvent?: ((event: PhoneVerificationEvent) => void) | undefined
  /** Turns `sign-in`, `sign-up`, `accept-terms` and `contact` into buttons of the form. */
  onRecovery?: ((recovery: Recovery, error: PhoneVerificationError) => void) | undefined
}

const LONGEST_DELAY = 15 * 60_000

/** The waiting time after the `sent`-th SMS. */
export function resendDelayAfter(sent: number, delay: PhoneVerificationOptions['resendDelay']): number {
  const asked = typeof delay === 'function' ? delay(sent) : delay
  const wait = asked ?? Math.min(30_000 * 2 ** (sent - 1), LONGEST_DELAY)
  return Number.isFinite(wait) ? Math.max(0, wait) : LONGEST_DELAY
}
