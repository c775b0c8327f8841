import type { AccountOperation } from './AccountError.js'

/** What a phone number is to be verified for; each purpose has a requestToken call of its own. */
export type Purpose = 'register' | 'resetPassword' | 'addToAccount'

/** The specification's operation ids of the three requestToken calls. */
export type RequestTokenOperation =
  'requestTokenToRegisterMSISDN' | 'requestTokenToResetPasswordMSISDN' | 'requestTokenTo3PIDMSISDN'

/** The calls of one purpose (client-server API v1.18). Paths are below the API's prefix. */
interface PurposeCalls {
  /** The call that makes the server text a code. */
  operation: RequestTokenOperation
  path: string
  /** The call in which the verified number is used. */
  account: { operation: AccountOperation; path: string }
}

/** The purposes. Whoever adds one adds a row. */
export const PURPOSES: Readonly<Record<Purpose, PurposeCalls>> = {
  register: {
    operation: 'requestTokenToRegisterMSISDN',
    path: '/register/msisdn/requestToken',
    account: { operation: 'register', path: '/register' },
  },
  resetPassword: {
    operation: 'requestTokenToResetPasswordMSISDN',
    path: '/account/password/msisdn/requestToken',
    account: { operation: 'changePassword', path: '/account/password' },
  },
  addToAccount: {
    operation: 'requestTokenTo3PIDMSISDN',
    path: '/account/3pid/msisdn/requestToken',
    account: { operation: 'add3PID', path: '/account/3pid/add' },
  },
}
