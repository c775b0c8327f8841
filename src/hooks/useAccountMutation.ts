'use client'
import type { QueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import { AccountError, type AccountOperation } from '../matrix/AccountError.js'
import type { AuthOptions } from '../matrix/authStages.js'
import type { MatrixClient } from '../matrix/createMatrixClient.js'
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
  /** Called with the outcome, also after the component is gone. */
  onSuccess?: ((data: Data) => unknown) | undefined
  /** Called with what went wrong. */
  onError?: ((error: AccountError) => unknown) | undefined
}

/**
 * What the three hooks return: the shape of a react-query mutation. The cache holds that it ran and how it ended, and
 * neither what it was given nor what it got, because that is a password, a proof and an access token: `data` lives in
 * the component, and there are no `variables`.
 */
export interface PhoneAccountMutation<Variables, Data> {
  /** How the newest run stands; `idle` before the first. */
  status: 'idle' | 'pending' | 'success' | 'error'
  /** Whether nothing has run yet. */
  isIdle: boolean
  /** Whether it is running. */
  isPending: boolean
  /** Whether it succeeded, and `data` is there. */
  isSuccess: boolean
  /** Whether it failed, and `error` is there. */
  isError: boolean
  /** What the newest run answered; `undefined` until it succeeds. */
  data: Data | undefined
  /** Why the newest run failed; `null` if it did not. */
  error: AccountError | null
  /** Runs it; the outcome is in `data` and `error`. */
  mutate: (variables: Variables) => void
  /** Runs it, and resolves with the outcome or rejects with an `AccountError`. */
  mutateAsync: (variables: Variables) => Promise<Data>
  /** Back to `idle`. An unfinished session at the server is kept: the next run goes on with it. */
  reset: () => void
}

/** What runs: with the client of the newest render, and with the app's QueryClient to remember unfinished sessions. */
export type AccountJob<Variables, Data> = (
  owner: QueryClient,
  client: MatrixClient,
  variables: Variables,
  options: AuthOptions,
) => Promise<Data>

type Outcome<Data> = { status: 'success'; data: Data } | { status: 'error'; error: AccountError }

/** Puts a call of user-interactive auth into react-query, under the same rules as a request for an SMS. */
export function useAccountMutation<Variables, Data>(
  mutationKey: readonly string[],
  operation: AccountOperation,
  job: AccountJob<Variables, Data>,
  options: PhoneAccountOptions<Data>,
): PhoneAccountMutation<Variables, Data> {
  const client = useHomeserver(options.homeserver)
  const owner = useAppQueryClient()
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
        // An app's MutationCache may throw too: before the call it has not happened, after it, it has.
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
        // It is in `error`. What the app's own callbacks throw is the app's to hear of.
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

/** Of somebody else's error only that it happened. */
function toAccountError(cause: unknown, operation: AccountOperation): AccountError {
  if (cause instanceof AccountError) return cause
  const message = `${operation} failed outside of this library.`
  return new AccountError({ kind: 'server-error', operation, message })
}
