'use client'
import type { QueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import { AccountError, type AccountOperation } from '../matrix/AccountError.js'
import type { AuthOptions } from '../matrix/authStages.js'
import type { MatrixClient } from '../matrix/createMatrixClient.js'
import { ownProperties } from '../matrix/ownProperties.js'
import { registryOf } from './flowRegistry.js'
import { useAppQueryClient } from './useAppQueryClient.js'
import { useHomeserver } from './useHomeserver.js'
import { createJobMutation } from './jobMutation.js'
import { useJobMutation } from './useJobMutation.js'
import { useLatest } from './useLatest.js'

/** Options of `useRegisterWithPhone`, `useResetPasswordWithPhone` and `useAddPhoneToAccount`. */
export interface PhoneAccountOptions<Data> extends Pick<
  AuthOptions,
  'stages' | 'otherStages' | 'idAccessToken'
> {
  /** The homeserver's base URL, or a client from `createMatrixClient` or `fromMatrixJsSdk`. */
  homeserver: string | MatrixClient
  /** Called with the result, even if the component has unmounted. */
  onSuccess?: ((data: Data) => unknown) | undefined
  /** Called with the error. */
  onError?: ((error: AccountError) => unknown) | undefined
}

/**
 * The result of the three hooks, in the shape of a react-query mutation. The cache sees only that the call ran and how
 * it ended. What it sends and receives (a password, a proof, an access token) stays out of the cache: `data` is in the
 * component, and there are no `variables`.
 */
export interface PhoneAccountMutation<Variables, Data> {
  /** The status of the newest run; `idle` before the first. */
  status: 'idle' | 'pending' | 'success' | 'error'
  /** Whether nothing has run yet. */
  isIdle: boolean
  /** Whether the newest run is in progress. */
  isPending: boolean
  /** Whether the newest run succeeded; `data` is then set. */
  isSuccess: boolean
  /** Whether the newest run failed; `error` is then set. */
  isError: boolean
  /** The result of the newest run; `undefined` until it succeeds. */
  data: Data | undefined
  /** Why the newest run failed; `null` if it did not. */
  error: AccountError | null
  /** Makes the call; the outcome is in `data` and `error`. */
  mutate: (variables: Variables) => void
  /** Makes the call, and resolves with the result or rejects with an `AccountError`. */
  mutateAsync: (variables: Variables) => Promise<Data>
  /** Returns to `idle`. An unfinished session at the server is kept, and the next run continues it. */
  reset: () => void
}

/**
 * The call to make. It gets the client of the newest render, and the app's QueryClient as the owner of unfinished
 * sessions.
 */
export type AccountJob<Variables, Data> = (
  owner: QueryClient,
  client: MatrixClient,
  variables: Variables,
  options: AuthOptions,
) => Promise<Data>

type Outcome<Data> = { status: 'success'; data: Data } | { status: 'error'; error: AccountError }

/** Runs a call under user-interactive auth as a react-query mutation, with the same rules as a request for an SMS. */
export function useAccountMutation<Variables, Data>(
  mutationKey: readonly string[],
  operation: AccountOperation,
  job: AccountJob<Variables, Data>,
  given: PhoneAccountOptions<Data>,
): PhoneAccountMutation<Variables, Data> {
  const options = ownProperties(given)
  const client = useHomeserver(options.homeserver)
  const owner = useAppQueryClient()
  // The registry forgets the proof that the call uses up, also on a page that has loaded no verification.
  registryOf(owner)
  const jobMutation = useMemo(() => createJobMutation<AccountError>(owner, mutationKey), [owner, mutationKey])
  const { isPending, reset: resetMutation } = useJobMutation(jobMutation)
  const [outcome, setOutcome] = useState<Outcome<Data> | null>(null)
  const newestRunRef = useRef(0)
  const latestRef = useLatest({ client, owner, run: jobMutation.run, resetMutation, job, options })

  const mutateAsync = useCallback(
    async (variables: Variables): Promise<Data> => {
      const { client, owner, run, job, options } = latestRef.current
      const { stages, otherStages, idAccessToken } = options
      const id = ++newestRunRef.current
      const settled: { outcome?: Outcome<Data> } = {}
      try {
        await run(async () => {
          const data = await job(owner, client, variables, { stages, otherStages, idAccessToken })
          settled.outcome = { status: 'success', data }
        })
      } catch (cause) {
        // An app's MutationCache may throw too. If it throws before the call, the call has failed; after it, the
        // result counts.
        settled.outcome ??= { status: 'error', error: toAccountError(cause, operation) }
      }
      const { outcome = { status: 'error', error: toAccountError(null, operation) } } = settled
      if (id === newestRunRef.current) setOutcome(outcome)
      if (outcome.status === 'error') {
        options.onError?.(outcome.error)
        throw outcome.error
      }
      options.onSuccess?.(outcome.data)
      return outcome.data
    },
    [latestRef, operation],
  )
  const mutate = useCallback(
    (variables: Variables) => {
      mutateAsync(variables).catch((cause: unknown) => {
        // The error is already in `error`. Errors that the app's own callbacks throw are reported as unhandled.
        if (!(cause instanceof AccountError)) throw cause
      })
    },
    [mutateAsync],
  )
  const reset = useCallback(() => {
    newestRunRef.current += 1
    setOutcome(null)
    latestRef.current.resetMutation()
  }, [latestRef])

  const status = isPending ? 'pending' : (outcome?.status ?? 'idle')
  return useMemo(
    () => ({
      status,
      isIdle: status === 'idle',
      isPending: status === 'pending',
      isSuccess: status === 'success',
      isError: status === 'error',
      data: status === 'success' && outcome?.status === 'success' ? outcome.data : undefined,
      error: status === 'error' && outcome?.status === 'error' ? outcome.error : null,
      mutate,
      mutateAsync,
      reset,
    }),
    [status, outcome, mutate, mutateAsync, reset],
  )
}

/** Turns any other error into an `AccountError`, without its details. */
function toAccountError(cause: unknown, operation: AccountOperation): AccountError {
  if (cause instanceof AccountError) return cause
  const message = `${operation} failed outside of this library.`
  return new AccountError({ kind: 'server-error', operation, message })
}
