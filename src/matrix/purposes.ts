import type { AccountOperation } from './AccountError.js'

/** What a phone number is verified for. Each purpose has its own requestToken call. */
export type Purpose = 'register' | 'resetPassword' | 'addToAccount'

/** The specification's operation ids of the three requestToken calls. */
export type RequestTokenOperation =
  'requestTokenToRegisterMSISDN' | 'requestTokenToResetPasswordMSISDN' | 'requestTokenTo3PIDMSISDN'

/**
 * A capability by which a homeserver forbids its accounts a change (client-server API v1.18, "Capabilities
 * negotiation").
 */
export type ChangeCapability = 'm.3pid_changes' | 'm.change_password'

/** How the purposes differ. The calls are those of the client-server API v1.18, with paths relative to its prefix. */
export interface PurposeRules {
  /** The call that makes the server text a code. */
  operation: RequestTokenOperation
  path: string
  /** The call in which the verified number is used. */
  account: { operation: AccountOperation; path: string }
  /** A body with which that call lists its flows and does nothing else; `null` if it has no flows. */
  probe: Readonly<Record<string, unknown>> | null
  /** What forbids it to a signed-in account; `null` if it needs no account. */
  capability: ChangeCapability | null
  /** Whether the flow belongs to the signed-in account, so that other accounts do not see it. */
  isOfAccount: boolean
  /** Whether the screen must hide from strangers that the number has an account. */
  hidesAccounts: boolean
}

/** The rules of all purposes. CONTRIBUTING.md, "Add a purpose", says what another one needs beside a row. */
export const PURPOSES: Readonly<Record<Purpose, PurposeRules>> = {
  register: {
    operation: 'requestTokenToRegisterMSISDN',
    path: '/register/msisdn/requestToken',
    account: { operation: 'register', path: '/register' },
    // If a server registers without asking for auth, at least no device is signed in.
    probe: { inhibit_login: true },
    capability: null,
    isOfAccount: false,
    hidesAccounts: false,
  },
  resetPassword: {
    operation: 'requestTokenToResetPasswordMSISDN',
    path: '/account/password/msisdn/requestToken',
    account: { operation: 'changePassword', path: '/account/password' },
    probe: {},
    capability: 'm.change_password',
    isOfAccount: false,
    hidesAccounts: true,
  },
  addToAccount: {
    operation: 'requestTokenTo3PIDMSISDN',
    path: '/account/3pid/msisdn/requestToken',
    account: { operation: 'add3PID', path: '/account/3pid/add' },
    probe: null,
    capability: 'm.3pid_changes',
    isOfAccount: true,
    hidesAccounts: false,
  },
}
