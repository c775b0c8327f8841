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
    'No QueryClient set. Put a QueryClientProvider around the verification. If there is one, load ' +
      '@tanstack/react-query with import only: require() gets another copy of it.',
  )
}
