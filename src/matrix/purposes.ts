import type { AccountOperation } from './AccountError.js'

/** What a phone number is to be verified for; each purpose has a requestToken call of its own. */
export type Purpose = 'register' | 'resetPassword' | 'addToAccount'

/** The specification's operation ids of the three requestToken calls. */
export type RequestTokenOperation =
  'requestTokenToRegisterMSISDN' | 'requestTokenToResetPasswordMSISDN' | 'requestTokenTo3PIDMSISDN'

/** What sets one purpose apart. The calls are those of the client-server API v1.18, with paths below its prefix. */
interface PurposeRules {
  /** The call that makes the server text a code. */
  operation: RequestTokenOperation
  path: string
  /** The call in which the verified number is used. */
  account: { operation: AccountOperation; path: string }
  /** Whether the number is for the account that is signed in: another one does not see the flow. */
  isOfAccount: boolean
  /** Whether nothing on the screen may tell a stranger that the number has an account. */
  hidesAccounts: boolean
}

/** The purposes. Whoever adds one adds a row. */
export const PURPOSES: Readonly<Record<Purpose, PurposeRules>> = {
  register: {
    operation: 'requestTokenToRegisterMSISDN',
    path: '/register/msisdn/requestToken',
    account: { operation: 'register', path: '/register' },
    isOfAccount: false,
    hidesAccounts: false,
  },
  resetPassword: {
    operation: 'requestTokenToResetPasswordMSISDN',
    path: '/account/password/msisdn/requestToken',
    account: { operation: 'changePassword', path: '/account/password' },
    isOfAccount: false,
    hidesAccounts: true,
  },
  addToAccount: {
    operation: 'requestTokenTo3PIDMSISDN',
    path: '/account/3pid/msisdn/requestToken',
    account: { operation: 'add3PID', path: '/account/3pid/add' },
    isOfAccount: true,
    hidesAccounts: false,
  },
}
