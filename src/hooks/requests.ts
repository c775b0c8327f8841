import type { MatrixClient } from '../matrix/createMatrixClient.js'
import type { RequestTokenOperation } from '../matrix/purposes.js'
import type { FlowError } from './FlowError.js'
import type { PendingRequest } from '../verification/flow.js'
import { checkedResendDelay, resendDelayAfter } from '../verification/waitingTimes.js'
import type { FlowStore, VerificationFlowEvent } from './flowStore.js'
import { toPhoneVerificationError, toRefusedRequest, toSessionVerdict } from './outcome.js'
import type { PhoneVerificationOptions } from './PhoneVerificationOptions.js'

/** What a request needs from the hook. */
export interface RequestContext {
  store: FlowStore
  client: MatrixClient
  operation: RequestTokenOperation
  options: PhoneVerificationOptions
}

/** What a request does. It rejects with what the client rejects with. */
export type Call = (
  context: RequestContext,
  request: PendingRequest,
  signal: AbortSignal,
) => Promise<VerificationFlowEvent>

/** Starts a request that the rules allowed. Never rejects. */
export async function startRequest(
  context: RequestContext,
  request: PendingRequest,
  pending: 'sending' | 'submitting',
  call: Call,
): Promise<void> {
  const { store } = context
  const { run } = pending === 'sending' ? store.requestToken : store.submitToken
  try {
    await run(async () => {
      // React-query runs this function a little later. A request that was abandoned by then is not sent.
      if (store.getFlow()[pending]?.id !== request.id) return
      try {
        store.dispatch(
          await whilePending(store, pending, request.id, (signal) => call(context, request, signal)),
        )
      } catch (cause) {
        throw refuse(context, request, pending, cause)
      }
    })
  } catch (cause) {
    // An app's MutationCache may have thrown before this function ran, and then nothing else reports the error.
    refuse(context, request, pending, cause)
  }
}

/** Requests an SMS. */
export const requestSms: Call = async ({ client, store, operation, options }, { id, session }, signal) => {
  const { clientSecret, sendAttempt, destination } = session
  const { phoneNumber, country } = destination
  const { nextLink, resendDelay } = options
  const parameters = { clientSecret, country, phoneNumber, sendAttempt, nextLink }
  const { sid, submitUrl, msisdn, intlFmt } = await client[operation](parameters, { signal })
  return {
    type: 'codeSent',
    request: id,
    sid,
    submitUrl: submitUrl ?? null,
    echo: differingEcho(phoneNumber, msisdn, intlFmt),
    now: store.now(),
    resendDelay: delayAfter(session.sent + 1, resendDelay),
  }
}

/** Submits a code. */
export function submitCode(code: string): Call {
  return async ({ client, store }, { id, session }, signal) => {
    const { submitUrl, sid, clientSecret } = session
    const token = { submitUrl: submitUrl ?? '', sid: sid ?? '', clientSecret, token: code }
    await client.submitToken(token, { signal })
    return { type: 'verified', request: id, now: store.now() }
  }
}

/**
 * The wait after an SMS. If the app's function throws, the default is used: the SMS was sent, so the request has not
 * failed.
 */
function delayAfter(sent: number, delay: PhoneVerificationOptions['resendDelay']): number {
  try {
    const wanted = typeof delay === 'function' ? delay(sent) : delay
    return wanted === undefined ? resendDelayAfter(sent) : checkedResendDelay(wanted)
  } catch {
    return resendDelayAfter(sent)
  }
}

/** Reports a refusal. The rules ignore it if they no longer wait for this request. */
function refuse(
  { store, operation }: RequestContext,
  request: PendingRequest,
  pending: 'sending' | 'submitting',
  cause: unknown,
): FlowError {
  const error = toPhoneVerificationError(cause, pending === 'sending' ? operation : 'submitToken')
  const refusal = toRefusedRequest(request.id, error, store.now())
  store.dispatch(
    pending === 'sending'
      ? { type: 'sendFailed', unsupported: error.kind === 'not-supported', ...refusal }
      : { type: 'codeRejected', session: toSessionVerdict(error), ...refusal },
  )
  // The component was hidden and the request aborted. The error shows when the component is visible again.
  if (store.isAsleep()) store.dispatch({ type: 'actionFailed', error })
  return error
}

/** Runs a call, and aborts it as soon as the flow no longer waits for it. */
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

/** The number that the server says it texted, if its digits differ from those that were sent. */
function differingEcho(
  phoneNumber: string,
  msisdn: string | undefined,
  intlFmt: string | undefined,
): string | null {
  const digits = (msisdn ?? '').replace(/\D/g, '')
  return digits === '' || `+${digits}` === phoneNumber ? null : (intlFmt ?? `+${digits}`)
}
