'use client'
import { addPhoneFor, type AccountOwner } from '../matrix/addPhoneToAccount.js'
import type { VerifiedPhone } from '../matrix/uiaAuth.js'
import { phoneAccountKeys } from './accountKeys.js'
import {
  useAccountMutation,
  type AccountJob,
  type PhoneAccountMutation,
  type PhoneAccountOptions,
} from './useAccountMutation.js'

/** The variables of `useAddPhoneToAccount`. */
export interface AddPhoneVariables extends AccountOwner {
  /** The proof that the form or the hook returned. */
  phone: VerifiedPhone
}

const job: AccountJob<AddPhoneVariables, null> = async (owner, client, { phone, ...account }, options) => {
  await addPhoneFor(owner, client, phone, account, options)
  return null
}

/**
 * `addPhoneToAccount` as a mutation. `homeserver` must be a client with an access token.
 *
 * @example
 * const addition = useAddPhoneToAccount({ homeserver: client })
 * addition.mutate({ phone, userId, password })
 */
export function useAddPhoneToAccount(
  options: PhoneAccountOptions<null>,
): PhoneAccountMutation<AddPhoneVariables, null> {
  return useAccountMutation(phoneAccountKeys.addPhone, 'add3PID', job, options)
}
