'use client'
import {
  MutationObserver,
  notifyManager,
  type QueryClient,
  type UseMutationResult,
} from '@tanstack/react-query'
import type { FlowError } from './FlowError.js'

/** Written out, or the defaults would fill them; react-query's types cannot say "none", so they are not asked. */
const WITHOUT_DEFAULTS: object = {
  scope: undefined,
  onMutate: undefined,
  onSuccess: undefined,
  onError: undefined,
  onSettled: undefined,
}

/**
 * An app's defaults do not apply: an SMS that was requested offline must not leave later, none is repeated by itself,
 * none waits behind another mutation, and the form shows a refusal itself.
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
 * Its variables number its runs.
 */
export type PhoneVerificationMutation = UseMutationResult<null, FlowError, number>

/** Runs jobs as mutations of an app's QueryClient. */
export interface JobMutation<Problem> {
  /** Runs a job, as one mutation. Rejects with what the job, or the app's MutationCache, throws. */
  run: (job: () => Promise<void>) => Promise<void>
  subscribe: (onChange: () => void) => () => void
  /** The newest run, as `useMutation` returns it; the same object while nothing changed. */
  getResult: () => UseMutationResult<null, Problem, number>
}

/**
 * Makes a mutation whose variables are a number that means nothing elsewhere: what its jobs send and get never comes
 * into the cache.
 */
export function createJobMutation<Problem extends Error>(
  queryClient: QueryClient,
  mutationKey: readonly string[],
): JobMutation<Problem> {
  const jobs = new Map<number, () => Promise<void>>()
  let runs = 0
  const observer = new MutationObserver<null, Problem, number>(queryClient, {
    ...OWN_RULES,
    mutationKey,
    mutationFn: async (run) => {
      const job = jobs.get(run)
      jobs.delete(run)
      await job?.()
      return null
    },
  })
  let current = observer.getCurrentResult()
  let result = toUseMutationResult(current)

  return {
    async run(job) {
      const run = ++runs
      jobs.set(run, job)
      try {
        await observer.mutate(run)
      } finally {
        jobs.delete(run)
      }
    },
    subscribe: (onChange) => observer.subscribe(notifyManager.batchCalls(onChange)),
    getResult() {
      if (current !== observer.getCurrentResult()) {
        current = observer.getCurrentResult()
        result = toUseMutationResult(current)
      }
      return result
    },
  }
}

/** As `useMutation` does it: `mutate` returns nothing and rejects nowhere. */
function toUseMutationResult<Problem>(
  current: ReturnType<MutationObserver<null, Problem, number>['getCurrentResult']>,
): UseMutationResult<null, Problem, number> {
  const mutate = (...[run, options]: Parameters<typeof current.mutate>) => {
    current.mutate(run, options).catch(() => undefined)
  }
  return { ...current, mutate, mutateAsync: current.mutate }
}
