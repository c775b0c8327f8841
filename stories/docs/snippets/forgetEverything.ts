import type { QueryClient } from '@tanstack/react-query'
import { forgetPhoneVerifications, type FlowStorage } from 'matrix-phone-verification'

interface ListedStorage extends FlowStorage {
  getAllKeys: () => string[]
}

/** For a sign-out: what the app shows, and whatever an earlier start of the app left in its storage. */
export function forgetEverything(queryClient: QueryClient, storage: ListedStorage): void {
  forgetPhoneVerifications(queryClient)
  for (const key of storage.getAllKeys()) {
    if (key.startsWith('matrix-phone-verification ')) storage.removeItem(key)
  }
}
