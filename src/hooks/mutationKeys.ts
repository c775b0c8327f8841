/**
 * The keys of the library's mutations, for `useIsMutating`, `useMutationState` and an app's `MutationCache`.
 *
 * @example
 * const busy = useIsMutating({ mutationKey: phoneVerificationKeys.all }) > 0
 */
export const phoneVerificationKeys = {
  all: ['matrix-phone-verification'],
  requestToken: ['matrix-phone-verification', 'requestToken'],
  submitToken: ['matrix-phone-verification', 'submitToken'],
} as const
