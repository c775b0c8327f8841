'use client'
import type { UseMutationResult } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { JobMutation } from './jobMutation.js'

/** The newest run of a mutation. */
export function useJobMutation<Problem>(
  mutation: JobMutation<Problem>,
): UseMutationResult<null, Problem, number> {
  return useSyncExternalStore(mutation.subscribe, mutation.getResult, mutation.getResult)
}
