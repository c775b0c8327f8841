import type { AccountError } from '../../src/index.js'

/** What these screens say about an error of the last step. Each names what the person can do. */
export function accountWords({ kind }: AccountError): string {
  switch (kind) {
    case 'username-taken':
      return 'This username is taken. Choose another one, or sign in if it’s yours. Your number stays verified.'
    case 'username-invalid':
      return 'Use small letters, digits and . _ - only.'
    case 'password-weak':
      return 'This password is too weak. Choose a longer one.'
    case 'password-incorrect':
      return 'The password isn’t right.'
    case 'number-in-use':
      return 'This number belongs to an account already. Sign in, or use a different number.'
    case 'number-denied':
      return 'The server doesn’t accept this number. Use a different one.'
    case 'number-not-found':
      return 'No account has this number. Create one instead.'
    case 'proof-refused':
      return 'The verification is too old. Verify your number again.'
    case 'stage-refused':
    case 'stage-abandoned':
      return 'One of the server’s questions is still open. Answer it once more.'
    case 'stage-unanswered':
      return 'The server asks for something that this app cannot do. Use another app, or ask its administrator.'
    case 'registration-closed':
      return 'Nobody can register on this server. Choose another one.'
    case 'not-supported':
      return 'This server cannot do that with a phone number.'
    case 'signed-out':
      return 'You are signed out. Sign in again.'
    case 'rate-limited':
      return 'Too many tries. Wait a few minutes, then try again.'
    case 'server-error':
    case 'bad-response':
      return 'Something went wrong on the server. Try again.'
    case 'insecure-homeserver':
    case 'invalid-homeserver':
      return 'The address of this server is not safe to use. Choose another one.'
    case 'offline':
    case 'timeout':
      return 'There is no connection to the server. Try again.'
  }
}
