import { webcrypto } from 'node:crypto'
import { createContext, runInContext } from 'node:vm'
import { SimulatedHomeserver, type Scenario } from '../../src/testing/index.js'

/** An app with the hook, the countdown and an account hook, and somebody who uses it. */
export const NATIVE_APP = `
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createMatrixClient, useCountdown, usePhoneVerification, useRegisterWithPhone } from 'matrix-phone-verification'
import { createElement as h, StrictMode } from 'react'
import { act, create } from 'react-test-renderer'

globalThis.IS_REACT_ACT_ENVIRONMENT = true

globalThis.startApp = async (homeserver, options) => {
  const client = createMatrixClient(homeserver)
  const seen = {}
  const App = () => {
    seen.verification = usePhoneVerification({ homeserver: client, purpose: 'register', ...options })
    seen.registration = useRegisterWithPhone({ homeserver: client })
    seen.countdown = useCountdown(seen.verification.resendAt ?? 0)
    return null
  }
  const app = h(StrictMode, null, h(QueryClientProvider, { client: new QueryClient() }, h(App)))
  let screen
  await act(async () => { screen = create(app) })
  return { seen, does: (action) => act(async () => { await action(seen) }), leave: () => act(async () => screen.unmount()) }
}
`

/** The app as it runs. */
export interface NativeApp {
  seen: Seen
  does: (action: (seen: Seen) => unknown) => Promise<void>
  leave: () => Promise<void>
}

/** What the app has on its screen. */
interface Seen {
  verification: {
    step: string
    error: { kind: string; message: string } | null
    phone: object
    send: (number: object) => Promise<{ step: string }>
    verify: (code: string) => Promise<unknown>
  }
  registration: { data?: { userId: string }; mutateAsync: (variables: object) => Promise<unknown> }
  countdown: { seconds: number }
}

type StartApp = (homeserver: object, options: object) => Promise<NativeApp>

export const ALICE = { phoneNumber: '+447400123456', country: 'GB' }

/** React Native's: without what newer browsers have. */
class NativeAbortController extends AbortController {
  constructor() {
    super()
    Object.defineProperty(this.signal, 'throwIfAborted', { value: undefined })
  }
}

/** React Native's fetch: its answers have no stream. */
function nativeFetch({ fetch }: SimulatedHomeserver) {
  return async (url: string, { method, headers, body }: RequestInit) => {
    const response = await fetch(url, { method, headers, body } as RequestInit)
    const text = await response.text()
    return { status: response.status, headers: response.headers, text: () => Promise.resolve(text) }
  }
}

/** Starts a bundle of the app on a phone, and a homeserver elsewhere. */
export async function startNativeApp(code: string, options: object, scenario?: Scenario) {
  const homeserver = new SimulatedHomeserver({ scenario })
  const { baseUrl } = homeserver
  const startApp = loadNatively(code)
  return { homeserver, ...(await startApp({ baseUrl, fetch: nativeFetch(homeserver) }, options)) }
}

/** Verifies a number in a bundle of the app. */
export async function verifiesNatively(code: string): Promise<NativeApp> {
  const { homeserver, ...app } = await startNativeApp(code, { getRandomValues: random })
  await app.does(({ verification }) => verification.send(ALICE))
  const sms = await homeserver.nextSms()
  await app.does(({ verification }) => verification.verify(sms.code))
  return app
}

/** Runs the bundle among React Native's globals: a window that is no page, no document, no crypto. */
function loadNatively(code: string): StartApp {
  const { console, setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask, performance } =
    globalThis
  const timers = { setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask, performance }
  const network = { URL, URLSearchParams, Headers, Request, Response, AbortController: NativeAbortController }
  const text = { TextEncoder, TextDecoder, btoa, atob }
  // React's `act` needs a channel, and its renderer says that it is old.
  const testing = { MessageChannel, console: { ...console, error: () => undefined } }
  const globals: Record<string, unknown> = { ...testing, ...timers, ...network, ...text }
  globals['navigator'] = { product: 'ReactNative' }
  globals['process'] = { env: { NODE_ENV: 'development' } }
  globals['window'] = globals
  globals['global'] = globals
  createContext(globals)
  runInContext(code, globals)
  return globals['startApp'] as StartApp
}

export const random = (bytes: Uint8Array<ArrayBuffer>) => webcrypto.getRandomValues(bytes)
