'use client'
import { QueryClientContext, type QueryClient } from '@tanstack/react-query'
import { useContext } from 'react'

/**
 * Returns the app's QueryClient. Throws an error that explains why it may be missing even if the app has a provider.
 */
export function useAppQueryClient(): QueryClient {
  const queryClient = useContext(QueryClientContext)
  if (queryClient !== undefined) return queryClient
  throw new Error(
    'No QueryClient set. Put a QueryClientProvider around the verification. If there is one, it comes from another ' +
      'copy of @tanstack/react-query: this package is an ES module, and what loads react-query with require() gets a ' +
      'second one. Use import for both.',
  )
}
