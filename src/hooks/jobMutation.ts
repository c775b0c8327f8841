'use client'
import {
  MutationObserver,
  notifyManager,
  type QueryClient,
  type UseMutationResult,
} from '@tanstack/react-query'
import type { FlowError } from './FlowError.js'

/**
 * Set to `undefined` explicitly, or the app's defaults would apply. Typed as `object`, because react-query's types do
 * not allow `undefined` here.
 */
const WITHOUT_DEFAULTS: object = {
  scope: undefined,
  onMutate: undefined,
  onSuccess: undefined,
  onError: undefined,
  onSettled: undefined,
}

/**
 * The app's default mutation options do not apply. An SMS requested offline must not be sent later, no request repeats
 * automatically or waits behind another mutation, and the form itself shows a refusal.
 */
const OWN_RULES = {
  networkMode: 'always',
  retry: false,
  throwOnError: false,
  gcTime: 0,
  ...WITHOUT_DEFAULTS,
} as const

/**
 * A mutation of this library. The cache sees only that it ran and how it ended; what it sends and receives stays in
 * the library's own store. Its variables are the number of the run.
 */
export type PhoneVerificationMutation = UseMutationResult<null, FlowError, number>

/** Runs jobs as mutations of an app's QueryClient. */
export interface JobMutation<Problem> {
  /** Runs a job, as one mutation. Rejects with what the job, or the app's MutationCache, throws. */
  run: (job: () => Promise<void>) => Promise<void>
  subscribe: (onChange: () => void) => () => void
  /** The newest run, as `useMutation` returns it. The object stays the same until something changes. */
  getResult: () => UseMutationResult<null, Problem, number>
}

/**
 * Creates a mutation whose only variable is the number of the run, so that what its jobs send and receive never enters
 * the cache.
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

/** Like the result of `useMutation`: `mutate` returns nothing and never rejects. */
function toUseMutationResult<Problem>(
  current: ReturnType<MutationObserver<null, Problem, number>['getCurrentResult']>,
): UseMutationResult<null, Problem, number> {
  const mutate = (...[run, options]: Parameters<typeof current.mutate>) => {
    current.mutate(run, options).catch(() => undefined)
  }
  return { ...current, mutate, mutateAsync: current.mutate }
}
