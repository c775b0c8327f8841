'use client'
import { registerFor, type NewAccount, type RegisteredAccount } from '../matrix/registerWithPhone.js'
import type { VerifiedPhone } from '../matrix/uiaAuth.js'
import { phoneAccountKeys } from './accountKeys.js'
import {
  useAccountMutation,
  type AccountJob,
  type PhoneAccountMutation,
  type PhoneAccountOptions,
} from './useAccountMutation.js'

/** The variables of `useRegisterWithPhone`. */
export interface RegisterVariables extends NewAccount {
  /** The proof that the form or the hook returned. */
  phone: VerifiedPhone
}

const job: AccountJob<RegisterVariables, RegisteredAccount> = (
  owner,
  client,
  { phone, ...account },
  options,
) => registerFor(owner, client, phone, account, options)

/**
 * `registerWithPhone` as a mutation. The next run continues an unfinished one, as long as the app's QueryClient
 * exists. `data` contains the access token: pass it to the app in `onSuccess`, and do not keep it beyond this screen.
 *
 * @example
 * const registration = useRegisterWithPhone({ homeserver, onSuccess: signIn })
 * registration.mutate({ phone, username: 'alice', password })
 */
export function useRegisterWithPhone(
  options: PhoneAccountOptions<RegisteredAccount>,
): PhoneAccountMutation<RegisterVariables, RegisteredAccount> {
  return useAccountMutation(phoneAccountKeys.register, 'register', job, options)
}
