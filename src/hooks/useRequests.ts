'use client'
import type { UseMutationResult } from '@tanstack/react-query'
import type { PhoneVerificationError } from '../matrix/PhoneVerificationError.js'
import { phoneVerificationKeys } from './mutationKeys.js'
import type { RunJob } from './requests.js'
import { useJobMutation } from './useJobMutation.js'

/**
 * A mutation of ours. What it sends and gets stays in our store; the cache sees that it ran and how it ended.
 * Its variables number the requests of the page.
 */
export type PhoneVerificationMutation = UseMutationResult<null, PhoneVerificationError, number>

/** The two mutations, and what runs a request in each. */
export interface Requests {
  requestToken: PhoneVerificationMutation
  submitToken: PhoneVerificationMutation
  runSend: RunJob
  runSubmit: RunJob
}

/** Puts the requests into react-query. */
export function useRequests(): Requests {
  const [requestToken, runSend] = useJobMutation(phoneVerificationKeys.requestToken)
  const [submitToken, runSubmit] = useJobMutation(phoneVerificationKeys.submitToken)
  return { requestToken, submitToken, runSend, runSubmit }
}
