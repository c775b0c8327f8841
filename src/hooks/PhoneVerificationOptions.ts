import type { RandomSource } from '../matrix/clientSecret.js'
import type { MatrixClient } from '../matrix/createMatrixClient.js'
import type { PhoneVerificationError, Recovery } from '../matrix/PhoneVerificationError.js'
import type { Purpose } from '../matrix/purposes.js'
import type { VerifiedPhone } from '../matrix/uiaAuth.js'
import type { FlowStorage } from './flowStorage.js'
import type { CheckExternal } from './askExternal.js'
import type { PhoneVerificationEvent } from './PhoneVerificationEvent.js'

/** Options of `usePhoneVerification`. Times are milliseconds. */
export interface PhoneVerificationOptions {
  /**
   * The homeserver's base URL, or a client from `createMatrixClient`. A flow is identified by base URL, `apiPath`,
   * purpose and `id`, and for `addToAccount` by the account. A client that is created on every render changes nothing;
   * another URL starts over.
   */
  homeserver: string | MatrixClient
  /** What the number is verified for. */
  purpose: Purpose
  /** Distinguishes two flows of the same purpose on one homeserver. @default '' */
  id?: string | undefined
  /** The page to which a link in the SMS leads; sent as `next_link`. @default none */
  nextLink?: string | undefined
  /**
   * How long a person waits before another SMS if the server does not say: milliseconds, or a function that receives
   * how many SMS the server has accepted. If the function throws, the default is used.
   *
   * @default 30_000, 60_000, 120_000, … up to 15 minutes
   */
  resendDelay?: number | ((sent: number) => number) | undefined
  /**
   * Whether to read the code from the SMS (WebOTP): `true` submits it, a function receives it instead.
   * @default true where the browser has it
   */
  webOtp?: boolean | ((code: string) => void) | undefined
  /** The storage that keeps the flow over a reload; `false` turns that off. @default sessionStorage */
  storage?: FlowStorage | false | undefined
  /**
   * Creates the client secrets on platforms without `crypto`, such as React Native: for example `getRandomValues` of
   * `expo-crypto`. @default crypto.getRandomValues
   */
  getRandomValues?: RandomSource | undefined
  /**
   * How long `storage` keeps the flow after the last action, in milliseconds; at most 24 hours. A clock that jumps
   * ahead while the page is open does not shorten that time.
   *
   * @default 3_600_000
   */
  maxAge?: number | undefined
  /** Asks your app whether a verification by a link is done. If it throws or rejects, that counts as no. @default none */
  checkExternal?: CheckExternal | undefined
  /** The clock, in epoch milliseconds; for tests and stories. @default the system's */
  now?: (() => number) | undefined
  /**
   * Receives the proof, once for each mounted component and proof. `resumed` is `false` in the components that were
   * there when the number was verified, and `true` in those that mounted on a verified flow, after a reload or on
   * coming back to the screen. It may return a promise: if that rejects, the error is shown and the proof is kept.
   */
  onVerified?: ((phone: VerifiedPhone, details: { resumed: boolean }) => unknown) | undefined
  /** Receives every step of the flow, without personal data. */
  onEvent?: ((event: PhoneVerificationEvent) => void) | undefined
  /** Turns `sign-in`, `sign-up`, `accept-terms` and `contact` into buttons of the form. */
  onRecovery?: ((recovery: Recovery, error: PhoneVerificationError) => void) | undefined
}
