import { webcrypto } from 'node:crypto'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createContext, runInContext } from 'node:vm'
import { rolldown } from 'rolldown'
import { SimulatedHomeserver, type Scenario } from '../../src/testing/index.js'
import { beforeAll, describe, expect, inject, it } from 'vitest'

const { folder } = inject('consumer')

/** An app with the hook, the countdown and an account hook, and somebody who uses it. */
const APP = `
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

interface Running {
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

type StartApp = (homeserver: object, options: object) => Promise<Running>

const ALICE = { phoneNumber: '+447400123456', country: 'GB' }

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

/** Starts the app on a phone, and a homeserver elsewhere. */
async function start(options: object, scenario?: Scenario) {
  const homeserver = new SimulatedHomeserver({ scenario })
  const { baseUrl } = homeserver
  return { homeserver, ...(await nativeGlobals()({ baseUrl, fetch: nativeFetch(homeserver) }, options)) }
}

/** A context of React Native's globals: a window that is no page, no document, no crypto. */
function nativeGlobals(): StartApp {
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

const random = (bytes: Uint8Array<ArrayBuffer>) => webcrypto.getRandomValues(bytes)

let code = ''

describe('the hooks in an app of React Native', () => {
  beforeAll(async () => {
    const app = join(folder, 'native')
    mkdirSync(join(app, 'node_modules'), { recursive: true })
    const renderer = fileURLToPath(new URL('../../node_modules/react-test-renderer', import.meta.url))
    symlinkSync(renderer, join(app, 'node_modules/react-test-renderer'), 'junction')
    writeFileSync(join(app, 'app.js'), APP)
    const build = await rolldown({
      input: join(app, 'app.js'),
      platform: 'neutral',
      // As Metro resolves.
      resolve: {
        conditionNames: ['react-native', 'import', 'default'],
        mainFields: ['react-native', 'module', 'main'],
      },
      onLog: () => undefined,
    })
    const { output } = await build.generate({ format: 'iife', codeSplitting: false })
    await build.close()
    code = output[0].code
  })

  it('verify a number and make an account, with a random source and no storage', async () => {
    const { homeserver, seen, does, leave } = await start({ getRandomValues: random })
    await does(({ verification }) => verification.send(ALICE))
    expect(seen.verification.error).toBeNull()
    expect(seen.verification.step).toBe('code')
    expect(seen.countdown.seconds).toBeGreaterThan(0)
    const { code } = await homeserver.nextSms()
    await does(({ verification }) => verification.verify(code))
    expect(seen.verification.step).toBe('verified')
    const { phone } = seen.verification
    await does(({ registration }) =>
      registration.mutateAsync({ phone, username: 'alice', password: 'correct horse battery' }),
    )
    expect(seen.registration.data?.userId).toMatch(/^@alice:/)
    await leave()
  })

  it('go on after a restart of the app, with a storage of its own', async () => {
    const entries = new Map<string, string>()
    const storage = {
      getItem: (key: string) => entries.get(key) ?? null,
      setItem: (key: string, value: string) => entries.set(key, value),
      removeItem: (key: string) => entries.delete(key),
    }
    const first = await start({ getRandomValues: random, storage })
    await first.does(({ verification }) => verification.send(ALICE))
    await first.leave()
    const second = await start({ getRandomValues: random, storage })
    expect(second.seen.verification).toMatchObject({ step: 'code', sentTo: ALICE })
    expect(second.homeserver.requests).toEqual([])
    await second.leave()
  })

  it('wait for a link that is followed elsewhere', async () => {
    const checkExternal = () => Promise.resolve(false)
    const { seen, does, leave } = await start({ getRandomValues: random, checkExternal }, 'no-submit-url')
    await does(({ verification }) => verification.send(ALICE))
    expect(seen.verification.step).toBe('external')
    await leave()
  })

  it('reject nothing where there is no random source, and say what is missing', async () => {
    const storage = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined }
    const { homeserver, seen, does, leave } = await start({ storage })
    await does(({ verification }) => verification.send(ALICE))
    expect(seen.verification.error).toMatchObject({ kind: 'invalid-request' })
    expect(seen.verification.error?.message).toContain('getRandomValues')
    expect(homeserver.requests).toEqual([])
    await leave()
  })
})
