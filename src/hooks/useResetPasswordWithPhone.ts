'use client'
import { resetPasswordFor, type NewPassword } from '../matrix/resetPasswordWithPhone.js'
import type { VerifiedPhone } from '../matrix/uiaAuth.js'
import { phoneAccountKeys } from './accountKeys.js'
import {
  useAccountMutation,
  type AccountJob,
  type PhoneAccountMutation,
  type PhoneAccountOptions,
} from './useAccountMutation.js'

/** What `useResetPasswordWithPhone` is run with. */
export interface ResetPasswordVariables extends NewPassword {
  /** The proof, as the form or the hook gave it. */
  phone: VerifiedPhone
}

const job: AccountJob<ResetPasswordVariables, null> = async (
  owner,
  client,
  { phone, ...password },
  options,
) => {
  await resetPasswordFor(owner, client, phone, password, options)
  return null
}

/**
 * `resetPasswordWithPhone` as a mutation. Its error has `kind: 'not-supported'` on every Synapse: offer another way.
 *
 * @example
 * const reset = useResetPasswordWithPhone({ homeserver })
 * reset.mutate({ phone, newPassword })
 */
export function useResetPasswordWithPhone(
  options: PhoneAccountOptions<null>,
): PhoneAccountMutation<ResetPasswordVariables, null> {
  return useAccountMutation(phoneAccountKeys.resetPassword, 'changePassword', job, options)
}
