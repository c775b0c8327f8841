'use client'
import { useSyncExternalStore } from 'react'
import { registryOf } from './flowRegistry.js'
import { useAppQueryClient } from './useAppQueryClient.js'

/** How often `forgetPhoneVerifications` was called: a form begins anew with it, also one that was hidden meanwhile. */
export function useForgottenCount(): number {
  const { onForgotten, forgottenCount } = registryOf(useAppQueryClient())
  return useSyncExternalStore(onForgotten, forgottenCount, () => 0)
}
