'use client'
import type { UseMutationResult } from '@tanstack/react-query'
import type { MatrixClient } from '../matrix/createMatrixClient.js'
import type { PhoneVerificationError, RequestTokenOperation } from '../matrix/PhoneVerificationError.js'
import type { PendingRequest } from '../verification/flow.js'
import type { FlowStore } from './flowStore.js'
import { phoneVerificationKeys } from './mutationKeys.js'
import { resendDelayAfter, type PhoneVerificationOptions } from './options.js'
import { toPhoneVerificationError, toRefusal, toSessionVerdict } from './outcome.js'
import { useJobMutation } from './useJobMutation.js'

/**
 * A mutation of ours. What it sends and gets stays in our store; the cache sees that it ran and how it ended.
 * Its variables number the requests of the page.
 */
export type PhoneVerificationMutation = UseMutationResult<null, PhoneVerificationError, number>

/** What a request starts from. */
export interface RequestContext {
  store: FlowStore
  client: MatrixClient
  operation: RequestTokenOperation
  now: () => number
  options: PhoneVerificationOptions
}

/** The two mutations, and how to start a request that the rules have let happen. Starting never rejects. */
export interface Requests {
  requestToken: PhoneVerificationMutation
  submitToken: PhoneVerificationMutation
  startSend: (context: RequestContext, request: PendingRequest) => Promise<void>
  startSubmit: (context: RequestContext, request: PendingRequest, code: string) => Promise<void>
}

/** Puts the requests into react-query. */
export function useRequests(): Requests {
  const [requestToken, runSend] = useJobMutation(phoneVerificationKeys.requestToken)
  const [submitToken, runSubmit] = useJobMutation(phoneVerificationKeys.submitToken)

  return {
    requestToken,
    submitToken,
    async startSend(context, request) {
      try {
        await runSend(() => performSend(context, request))
      } catch (cause) {
        // An app's MutationCache may have thrown before our function was called; then nobody else says so.
        refuseSend(context, request, cause)
      }
    },
    async startSubmit(context, request, code) {
      try {
        await runSubmit(() => performSubmit(context, request, code))
      } catch (cause) {
        refuseCode(context, request, cause)
      }
    },
  }
}

async function performSend(context: RequestContext, request: PendingRequest): Promise<void> {
  const { store, client, operation, now, options } = context
  const { destination, clientSecret, sendAttempt } = request.session
  const { phoneNumber, country } = destination
  const { nextLink, resendDelay } = options
  // React-query calls a little later; a request that was given up meanwhile does not leave any more.
  if (store.getFlow().sending?.id !== request.id) return
  try {
    const { sid, submitUrl, msisdn, intlFmt } = await whilePending(store, 'sending', request.id, (signal) =>
      client[operation](
        { clientSecret, country, phoneNumber, sendAttempt, ...(nextLink !== undefined && { nextLink }) },
        { signal },
      ),
    )
    store.dispatch({
      type: 'sendAccepted',
      request: request.id,
      sid,
      submitUrl: submitUrl ?? null,
      echo: differingEcho(phoneNumber, msisdn, intlFmt),
      now: now(),
      resendDelay: (sent) => resendDelayAfter(sent, resendDelay),
    })
  } catch (cause) {
    throw refuseSend(context, request, cause)
  }
}

async function performSubmit(context: RequestContext, request: PendingRequest, code: string): Promise<void> {
  const { store, client, now } = context
  const { sid, submitUrl, clientSecret } = request.session
  if (store.getFlow().submitting?.id !== request.id) return
  try {
    await whilePending(store, 'submitting', request.id, (signal) =>
      client.submitToken(
        { submitUrl: submitUrl ?? '', sid: sid ?? '', clientSecret, token: code },
        { signal },
      ),
    )
    store.dispatch({ type: 'codeAccepted', request: request.id, now: now() })
  } catch (cause) {
    throw refuseCode(context, request, cause)
  }
}

/** The rules drop a refusal of what they no longer wait for. */
function refuseSend(
  { store, operation, now }: RequestContext,
  request: PendingRequest,
  cause: unknown,
): PhoneVerificationError {
  const error = toPhoneVerificationError(cause, operation)
  const unsupported = error.kind === 'not-supported'
  store.dispatch({ type: 'sendRefused', unsupported, ...toRefusal(request.id, error, now()) })
  return error
}

function refuseCode(
  { store, now }: RequestContext,
  request: PendingRequest,
  cause: unknown,
): PhoneVerificationError {
  const error = toPhoneVerificationError(cause, 'submitToken')
  const session = toSessionVerdict(error)
  store.dispatch({ type: 'codeRefused', session, ...toRefusal(request.id, error, now()) })
  return error
}

/** Runs a call that is given up as soon as the flow no longer waits for it. */
async function whilePending<Result>(
  store: FlowStore,
  pending: 'sending' | 'submitting',
  id: number,
  call: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController()
  const unsubscribe = store.subscribe((flow) => {
    if (flow[pending]?.id !== id) controller.abort()
  })
  try {
    return await call(controller.signal)
  } finally {
    unsubscribe()
  }
}

/** Where the server says the SMS went, if those are other digits than were sent. */
function differingEcho(
  phoneNumber: string,
  msisdn: string | undefined,
  intlFmt: string | undefined,
): string | null {
  const digits = (msisdn ?? '').replace(/\D/g, '')
  return digits === '' || `+${digits}` === phoneNumber ? null : (intlFmt ?? `+${digits}`)
}
