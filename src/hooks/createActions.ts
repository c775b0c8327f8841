import { generateClientSecret } from '../matrix/clientSecret.js'
import { PhoneVerificationError, type PhoneVerificationErrorKind } from '../matrix/PhoneVerificationError.js'
import { COUNTRY_CODE, E164, isShownAsSent, type Destination } from '../verification/destination.js'
import type { Operation } from './FlowError.js'
import type { PhoneVerificationState } from './flowState.js'
import type { FlowStore, VerificationFlowEvent } from './flowStore.js'
import { readCode, readTypedCode } from './readCode.js'
import { requestSms, startRequest, submitCode, type Call, type RequestContext } from './requests.js'

/**
 * The actions of a verification. None of them rejects. `send`, `resend` and `verify` resolve with the state after the
 * action.
 */
export interface PhoneVerificationActions {
  /**
   * Requests an SMS. If the number has just been sent one, it returns to the code step without a request.
   * `phoneNumber` is E.164, `country` ISO 3166-1 alpha-2; `display` is the number as shown to the person, E.164 by
   * default.
   */
  send: (number: {
    phoneNumber: string
    country: string
    display?: string | undefined
  }) => Promise<PhoneVerificationState>
  /** Requests another SMS, once `resendAt` has come. */
  resend: () => Promise<PhoneVerificationState>
  /**
   * Submits the code. It also accepts a whole pasted message and finds the code in it. An empty code is not sent. If
   * the message contains the link of this session, which some servers text instead of a code, the link's token is
   * sent.
   */
  verify: (code: string) => Promise<PhoneVerificationState>
  /**
   * Finds the code in a text that was pasted, dropped or filled in, such as the whole message: the only run of
   * `codeLength` characters, or else the only run of digits; `null` if there is none or several. Sends nothing.
   */
  readCode: (text: string, codeLength?: number) => string | null
  /** Returns to the number step. Sending the same number again returns to the code without another SMS. */
  changeNumber: () => void
  /** Clears everything, including the proof. */
  reset: () => void
}

/**
 * Creates the actions. Each one first asks the rules, with the newest state, and starts a request only if they allow
 * it. The actions request nothing if no component shows the flow any more, or if this component now shows another
 * flow.
 */
export function createActions(
  store: FlowStore,
  contextRef: { readonly current: RequestContext },
): PhoneVerificationActions {
  const isLeft = () => contextRef.current.store !== store || store.isAsleep()

  /**
   * Dispatches an event, and starts the request that follows from it. If the same request is already running, it waits
   * for that one to end.
   */
  async function act(
    pending: 'sending' | 'submitting',
    event: VerificationFlowEvent,
    call: Call,
  ): Promise<PhoneVerificationState> {
    const before = store.getFlow()[pending]
    const request = store.dispatch(event)[pending]
    if (request === null) return store.getState()
    if (request.id !== before?.id)
      store.running[pending] = startRequest(contextRef.current, request, pending, call)
    await store.running[pending]
    return store.getState()
  }

  async function askForSms(
    wish: { type: 'sendRequested'; destination: Destination } | { type: 'resendRequested' },
  ): Promise<PhoneVerificationState> {
    // A tab that may be a copy of another one waits until that is known. Otherwise the action is decided at once.
    if (store.settling() !== null) await store.settling()
    const made = material()
    return made === null ? store.getState() : act('sending', { ...wish, ...made }, requestSms)
  }

  /**
   * What a request for an SMS needs besides the number. Returns `null` if the component has left meanwhile, and also,
   * with an error, if the platform has no random source.
   */
  function material() {
    if (isLeft()) return null
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
      return askForSms({ type: 'sendRequested', destination })
    },
    resend: () => askForSms({ type: 'resendRequested' }),
    async verify(text) {
      const code = readTypedCode(text, { sid: sid() })
      if (code === '' || isLeft()) return store.getState()
      return act('submitting', { type: 'codeSubmitted' }, submitCode(code))
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
