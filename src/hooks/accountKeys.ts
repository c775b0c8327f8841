/**
 * The keys of the mutations that use a verified number, and of the query that asks whether a homeserver accepts one.
 * They start with `phoneVerificationKeys.all`, so a filter with that key matches them too.
 *
 * @example
 * const busy = useIsMutating({ mutationKey: phoneAccountKeys.all }) > 0
 */
export const phoneAccountKeys = {
  all: ['matrix-phone-verification', 'account'],
  register: ['matrix-phone-verification', 'account', 'register'],
  resetPassword: ['matrix-phone-verification', 'account', 'resetPassword'],
  addPhone: ['matrix-phone-verification', 'account', 'addPhone'],
  support: ['matrix-phone-verification', 'support'],
} as const
