import { generateClientSecret } from '../matrix/clientSecret.js'
import { PhoneVerificationError, type PhoneVerificationErrorKind } from '../matrix/PhoneVerificationError.js'
import { COUNTRY_CODE, E164, isShownAsSent, type Destination } from '../verification/destination.js'
import type { PendingRequest } from '../verification/flow.js'
import type { Operation } from './FlowError.js'
import type { PhoneVerificationState } from './flowState.js'
import type { FlowStore, VerificationFlowEvent } from './flowStore.js'
import { readCode, readTypedCode } from './readCode.js'
import { startSend, startSubmit, type RequestContext } from './requests.js'

/**
 * What a person can do. None of these rejects. `send`, `resend` and `verify` resolve with the state as it is when the
 * action is over.
 */
export interface PhoneVerificationActions {
  /**
   * Requests an SMS. For the number that has just had one it returns to the code step without a request.
   * `phoneNumber` is E.164, `country` ISO 3166-1 alpha-2; `display` is how the number is shown, E.164 if absent.
   */
  send: (number: {
    phoneNumber: string
    country: string
    display?: string | undefined
  }) => Promise<PhoneVerificationState>
  /** Requests another SMS, once `resendAt` has come. */
  resend: () => Promise<PhoneVerificationState>
  /**
   * Submits the code. Takes a pasted message too, and finds the code in it. An empty code is not sent. Some servers text a
   * link; of this session's link its token is sent.
   */
  verify: (code: string) => Promise<PhoneVerificationState>
  /**
   * Finds the code in a text that was pasted, dropped or filled in, such as the whole message: the one run of
   * `codeLength` characters, or else the one run of digits; `null` where several could be it, or none. Nothing is sent.
   */
  readCode: (text: string, codeLength?: number) => string | null
  /** Goes back to the number. Sending the same number again returns to the code without another SMS. */
  changeNumber: () => void
  /** Clears everything, the proof too. */
  reset: () => void
}

/**
 * The rules decide first, on the newest state; a request starts only if they let one happen. Actions of a flow that no
 * component shows any more, or that this component has left for another, request nothing.
 */
export function createActions(
  store: FlowStore,
  contextRef: { readonly current: RequestContext },
): PhoneVerificationActions {
  const isLeft = () => contextRef.current.store !== store || store.isAsleep()

  /** Lets an event happen, and starts the request that it leads to. A second press waits for the first one's end. */
  async function act(
    pending: 'sending' | 'submitting',
    event: VerificationFlowEvent,
    start: (context: RequestContext, request: PendingRequest) => Promise<void>,
  ): Promise<PhoneVerificationState> {
    const before = store.getFlow()[pending]
    const request = store.dispatch(event)[pending]
    if (request === null) return store.getState()
    if (request.id === before?.id) await isOver(pending, request.id)
    else await start(contextRef.current, request)
    return store.getState()
  }

  /** Resolves when a request is no longer under way. */
  async function isOver(pending: 'sending' | 'submitting', id: number): Promise<void> {
    if (store.getFlow()[pending]?.id !== id) return
    await new Promise<void>((resolve) => {
      const unsubscribe = store.subscribe((flow) => {
        if (flow[pending]?.id === id) return
        unsubscribe()
        resolve()
      })
    })
  }

  /** What a request for an SMS needs beside the number; `null`, and an error, where the platform makes no secrets. */
  function material() {
    const { client, operation, options } = contextRef.current
    const { idServer = null } = client.identityServer ?? {}
    try {
      return { freshSecret: generateClientSecret(options.getRandomValues), idServer, now: store.now() }
    } catch {
      refuse(operation, 'invalid-request', 'there is no crypto.getRandomValues. Give the hook one.')
      return null
    }
  }

  function refuse(operation: Operation, kind: PhoneVerificationErrorKind, reason: string): void {
    const error = new PhoneVerificationError({
      kind,
      operation,
      message: `${operation} was not sent: ${reason}`,
    })
    store.dispatch({ type: 'actionFailed', error })
  }

  const sid = () => store.getFlow().session?.sid

  return {
    async send({ phoneNumber, country, display = phoneNumber }) {
      if (isLeft()) return store.getState()
      const destination = { phoneNumber, country, display }
      const message = brokenRule(destination)
      if (message !== null) {
        refuse(contextRef.current.operation, 'invalid-number', message)
        return store.getState()
      }
      // A tab that may be a copy waits until it knows. Anywhere else the rules decide at once.
      if (store.settling() !== null) await store.settling()
      const made = material()
      if (made === null) return store.getState()
      return act('sending', { type: 'sendRequested', destination, ...made }, startSend)
    },
    async resend() {
      if (isLeft()) return store.getState()
      if (store.settling() !== null) await store.settling()
      const made = material()
      if (made === null) return store.getState()
      return act('sending', { type: 'resendRequested', ...made }, startSend)
    },
    async verify(text) {
      const code = readTypedCode(text, { sid: sid() })
      if (code === '' || isLeft()) return store.getState()
      return act('submitting', { type: 'codeSubmitted' }, (context, request) =>
        startSubmit(context, request, code),
      )
    },
    readCode: (text, codeLength) => readCode(text, { codeLength, sid: sid() }),
    changeNumber() {
      store.dispatch({ type: 'numberChangeRequested' })
    },
    reset() {
      store.dispatch({ type: 'reset' })
    },
  }
}

function brokenRule(destination: Destination): string | null {
  if (!E164.test(destination.phoneNumber)) return 'phoneNumber must be E.164.'
  if (!COUNTRY_CODE.test(destination.country)) return 'country must be two uppercase letters.'
  if (!isShownAsSent(destination)) return 'display must show phoneNumber.'
  return null
}
