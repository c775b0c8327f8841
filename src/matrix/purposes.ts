/** What a phone number is verified for. Each purpose has its own requestToken call. */
export type Purpose = 'register' | 'resetPassword' | 'addToAccount'

/** The specification's operation ids of the three requestToken calls. */
export type RequestTokenOperation =
  'requestTokenToRegisterMSISDN' | 'requestTokenToResetPasswordMSISDN' | 'requestTokenTo3PIDMSISDN'

/** How the purposes differ. The calls are those of the client-server API v1.18, with paths relative to its prefix. */
export interface PurposeRules {
  /** The call that makes the server text a code. */
  operation: RequestTokenOperation
  path: string
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
    isOfAccount: false,
    hidesAccounts: false,
  },
  resetPassword: {
    operation: 'requestTokenToResetPasswordMSISDN',
    path: '/account/password/msisdn/requestToken',
    isOfAccount: false,
    hidesAccounts: true,
  },
  addToAccount: {
    operation: 'requestTokenTo3PIDMSISDN',
    path: '/account/3pid/msisdn/requestToken',
    isOfAccount: true,
    hidesAccounts: false,
  },
}
