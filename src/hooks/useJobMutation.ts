'use client'
import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import type { PhoneVerificationError } from '../matrix/PhoneVerificationError.js'
import type { RunJob } from './requests.js'
import { useSteady } from './useSteady.js'

/** Written out, or the defaults would fill them; react-query's types cannot say "none", so they are not asked. */
const WITHOUT_DEFAULTS: object = {
  scope: undefined,
  onMutate: undefined,
  onSuccess: undefined,
  onError: undefined,
  onSettled: undefined,
}

/**
 * An app's defaults do not apply: an SMS that was asked for offline must not leave later, none is repeated
 * by itself, none waits behind another mutation, and a refusal is the form's to show.
 */
const OWN_RULES = {
  networkMode: 'always',
  retry: false,
  throwOnError: false,
  gcTime: 0,
  ...WITHOUT_DEFAULTS,
} as const

/**
 * A mutation of ours. What it sends and gets stays in our store; the cache sees that it ran and how it ended.
 * Its variables number the requests of the page.
 */
export type PhoneVerificationMutation = JobMutation<PhoneVerificationError>

type JobMutation<Problem> = UseMutationResult<null, Problem, number>

/** The jobs of this page that react-query has not called yet, by number. */
const jobs = new Map<number, () => Promise<void>>()
let lastTicket = 0

async function runJob(ticket: number): Promise<null> {
  const job = jobs.get(ticket)
  jobs.delete(ticket)
  await job?.()
  return null
}

/**
 * A mutation that runs what it is given, once. Its variables are a number that means nothing elsewhere: what the
 * job sends and gets never comes into the cache.
 */
export function useJobMutation<Problem extends Error = PhoneVerificationError>(
  mutationKey: readonly string[],
): [JobMutation<Problem>, RunJob] {
  const mutation: JobMutation<Problem> = useMutation({
    ...OWN_RULES,
    mutationKey,
    mutationFn: runJob,
  })
  const { mutateAsync } = mutation

  const run: RunJob = async (job) => {
    const ticket = ++lastTicket
    jobs.set(ticket, job)
    try {
      await mutateAsync(ticket)
    } finally {
      jobs.delete(ticket)
    }
  }
  // React-query makes a new one on every render.
  return [useSteady(mutation), run]
}
