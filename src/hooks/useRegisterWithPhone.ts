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

/** What `useRegisterWithPhone` is run with. */
export interface RegisterVariables extends NewAccount {
  /** The proof, as the form or the hook gave it. */
  phone: VerifiedPhone
}

const job: AccountJob<RegisterVariables, RegisteredAccount> = (
  owner,
  client,
  { phone, ...account },
  options,
) => registerFor(owner, client, phone, account, options)

/**
 * `registerWithPhone` as a mutation. What cannot be finished is gone on with by the next run, as long as the app's
 * QueryClient lives. `data` holds the access token: hand it to the app in `onSuccess`, and forget it with the screen.
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
