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

/** The variables of `useResetPasswordWithPhone`. */
export interface ResetPasswordVariables extends NewPassword {
  /** The proof that the form or the hook returned. */
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
 * `resetPasswordWithPhone` as a mutation. On every Synapse its error has `kind: 'not-supported'`: offer another way
 * there.
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
