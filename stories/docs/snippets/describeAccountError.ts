import type { AccountError } from 'matrix-phone-verification'

/** What a person can do when the account was not made or changed. Only `verify-again` and `edit-number` need an SMS. */
export function describeAccountError({ kind, recovery }: AccountError): string {
  switch (recovery) {
    case 'edit-username':
      // After a reload, the account of a registration whose last answer was lost is there already.
      return 'Choose another username. If you have just created this account, sign in to it.'
    case 'edit-password':
      return kind === 'password-incorrect' ? 'This password is wrong.' : 'Choose a longer password.'
    case 'edit-number':
      return 'This number can’t be used: press “Change number”, and use another one.'
    case 'verify-again':
      return 'The verification is too old: press “Change number”, and verify it again.'
    case 'sign-in':
      if (kind === 'signed-out') return 'You are signed out. Sign in again.'
      return 'An account has this number already. Sign in to it.'
    case 'sign-up':
      return 'No account has this number. Create one.'
    case 'wait':
      return 'Too many attempts. Wait a few minutes, then try again.'
    case 'other-way':
      return 'This server can’t do that with a phone number.'
    default:
      return 'That did not work. Check your connection, and try again.'
  }
}
