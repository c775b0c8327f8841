import { MutationCache, QueryClient, useIsMutating } from '@tanstack/react-query'
import { renderHook } from '@testing-library/react'
import { inspect } from 'node:util'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { phoneAccountKeys } from '../../src/hooks/accountKeys.js'
import { phoneVerificationKeys } from '../../src/hooks/mutationKeys.js'
import { useRegisterWithPhone } from '../../src/hooks/useRegisterWithPhone.js'
import { useResetPasswordWithPhone } from '../../src/hooks/useResetPasswordWithPhone.js'
import { ALICE as NUMBER, inStep, Providers, renderVerification } from '../support/hooks.js'
import { loadedPage } from '../support/pages.js'
import { unhandledRejections } from '../support/unhandledRejections.js'
import { BASE_URL, Wire } from '../support/wire.js'
import { ACCOUNT, CHALLENGE, PHONE, renderAccountHook } from './account.js'

const ALICE = { phone: PHONE, username: 'alice', password: 'PASSWORDMARK' }

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A homeserver that registers. */
function registering() {
  const wire = new Wire()
  wire.reply(401, CHALLENGE)
  wire.reply(200, ACCOUNT)
  return wire
}

it('registers, and says so like any mutation', async () => {
  const wire = new Wire()
  const onSuccess = vi.fn()
  const { result, run } = renderAccountHook(() =>
    useRegisterWithPhone({ homeserver: wire.client(), onSuccess }),
  )
  expect(result.current).toMatchObject({ status: 'idle', isIdle: true, data: undefined, error: null })
  const held = wire.hold()
  wire.reply(200, ACCOUNT)
  const outcomes: unknown[] = []
  await run(({ mutateAsync }) => mutateAsync(ALICE).then((account) => outcomes.push(account)))
  expect(result.current).toMatchObject({ status: 'pending', isPending: true })
  await held.answer({ status: 401, body: CHALLENGE })
  const account = { userId: '@alice:example.org', accessToken: 'TOKENMARK', deviceId: 'DEVICE' }
  expect(result.current).toMatchObject({ status: 'success', isSuccess: true, data: account, error: null })
  expect(outcomes).toEqual([account])
  expect(onSuccess).toHaveBeenCalledExactlyOnceWith(account)
  await run(({ reset }) => reset())
  expect(result.current).toMatchObject({ status: 'idle', data: undefined })
})

it('shows what went wrong, and throws nothing from mutate', async () => {
  const wire = new Wire()
  wire.reply(400, { errcode: 'M_USER_IN_USE' })
  const onError = vi.fn()
  const { result, run } = renderAccountHook(() =>
    useRegisterWithPhone({ homeserver: wire.client(), onError }),
  )
  await run(({ mutate }) => mutate(ALICE))
  expect(result.current).toMatchObject({
    status: 'error',
    isError: true,
    data: undefined,
    error: { name: 'AccountError', kind: 'username-taken' },
  })
  expect(onError).toHaveBeenCalledExactlyOnceWith(result.current.error)
})

it('leaves to the app what its own callbacks throw, and shows how the call ended', async () => {
  const onUnhandled = unhandledRejections()
  const broken = new Error('the app is broken')
  const fail = () => {
    throw broken
  }
  const wire = new Wire()
  wire.reply(400, { errcode: 'M_USER_IN_USE' })
  const { result, run } = renderAccountHook(() =>
    useRegisterWithPhone({ homeserver: wire.client(), onSuccess: fail, onError: fail }),
  )
  await run(({ mutate }) => mutate(ALICE))
  expect(result.current.error).toMatchObject({ kind: 'username-taken' })
  expect(onUnhandled).toHaveBeenCalledExactlyOnceWith(broken, expect.anything())
  wire.reply(200, ACCOUNT)
  await run(({ mutate }) => mutate(ALICE))
  expect(result.current.data).toMatchObject({ userId: '@alice:example.org' })
  expect(onUnhandled).toHaveBeenCalledTimes(2)
})

it('goes on with an unfinished session in another component, with a client made anew on every render', async () => {
  const wire = new Wire()
  wire.reply(401, CHALLENGE)
  wire.loseConnection()
  wire.reply(200, ACCOUNT)
  const use = () => useRegisterWithPhone({ homeserver: wire.client() })
  const first = renderAccountHook(use)
  await first.run(({ mutate }) => mutate(ALICE))
  expect(first.result.current.error).toMatchObject({ kind: 'offline', recovery: 'retry' })
  first.unmount()
  const second = renderAccountHook(use, first.queryClient)
  await second.run(({ mutate }) => mutate(ALICE))
  expect(second.result.current.data).toMatchObject({ userId: '@alice:example.org' })
  expect(wire.requests[2]?.body['auth']).toEqual({ session: 'SESSIONMARK' })
  expect(wire.requests).toHaveLength(3)
})

it('registers once when it is asked twice at once', async () => {
  const wire = registering()
  const { result, run } = renderAccountHook(() => useRegisterWithPhone({ homeserver: wire.client() }))
  await run(({ mutateAsync }) => Promise.all([mutateAsync(ALICE), mutateAsync(ALICE)]))
  expect(wire.requests).toHaveLength(2)
  expect(result.current.status).toBe('success')
})

it('drops the outcome of what was reset', async () => {
  const wire = new Wire()
  const held = wire.hold()
  const { result, run } = renderAccountHook(() => useRegisterWithPhone({ homeserver: wire.client() }))
  await run(({ mutate }) => mutate(ALICE))
  await run(({ reset }) => reset())
  await held.loseConnection()
  expect(result.current).toMatchObject({ status: 'idle', error: null })
})

it('keeps password, proof and tokens out of the mutation cache', async () => {
  const wire = registering()
  const seen: unknown[] = []
  const mutationCache = new MutationCache({
    onMutate: (variables, mutation) => void seen.push(variables, mutation.state, mutation.options),
    onSettled: (...all) => void seen.push(...all.slice(0, 3)),
  })
  const queryClient = new QueryClient({ mutationCache })
  mutationCache.subscribe(({ mutation }) => seen.push(inspect(mutation?.state, { depth: 5 })))
  const { run } = renderAccountHook(() => useRegisterWithPhone({ homeserver: wire.client() }), queryClient)
  await run(({ mutate }) => mutate(ALICE))
  expect(wire.requests).toHaveLength(2)
  expect(seen.length).toBeGreaterThan(3)
  expect(inspect(seen, { depth: 6 })).not.toMatch(
    /PASSWORDMARK|SIDMARK|SECRETMARK|TOKENMARK|SESSIONMARK|2025550123/,
  )
})

it('runs under its own rules, whatever the app’s defaults are', async () => {
  const queryClient = new QueryClient({
    defaultOptions: { mutations: { retry: 3, throwOnError: true, networkMode: 'online', gcTime: Infinity } },
  })
  const wire = new Wire()
  wire.loseConnection()
  const { result, run } = renderAccountHook(
    () => useRegisterWithPhone({ homeserver: wire.client() }),
    queryClient,
  )
  await run(({ mutate }) => mutate(ALICE))
  expect(result.current.error).toMatchObject({ kind: 'offline' })
  expect(wire.requests).toHaveLength(1)
})

it('stays in the hands of the app where its MutationCache throws: before the call an error, after it a success', async () => {
  const before = new MutationCache({ onMutate: () => Promise.reject(new Error('PASSWORDMARK')) })
  const first = renderAccountHook(
    () => useRegisterWithPhone({ homeserver: BASE_URL }),
    new QueryClient({ mutationCache: before }),
  )
  await first.run(({ mutate }) => mutate(ALICE))
  expect(first.result.current.error).toMatchObject({ name: 'AccountError', kind: 'server-error' })
  expect(first.result.current.error?.message).not.toContain('PASSWORDMARK')

  const wire = registering()
  const after = new MutationCache({ onSuccess: () => Promise.reject(new Error('from the app')) })
  const second = renderAccountHook(
    () => useRegisterWithPhone({ homeserver: wire.client() }),
    new QueryClient({ mutationCache: after }),
  )
  await second.run(({ mutate }) => mutate(ALICE))
  expect(second.result.current.data).toMatchObject({ userId: '@alice:example.org' })
})

it('resets a password', async () => {
  const wire = new Wire()
  wire.reply(401, CHALLENGE)
  wire.reply(200)
  const { result, run } = renderAccountHook(() => useResetPasswordWithPhone({ homeserver: wire.client() }))
  await run(({ mutate }) => mutate({ phone: PHONE, newPassword: 'new' }))
  expect(result.current).toMatchObject({ status: 'success', data: null })
  expect(wire.requests[1]?.body).toMatchObject({ new_password: 'new', auth: { type: 'm.login.msisdn' } })
})

it('is found by the exported keys, and by those of the verification', async () => {
  const wire = new Wire()
  const held = wire.hold()
  const { run, queryClient } = renderAccountHook(() => useRegisterWithPhone({ homeserver: wire.client() }))
  const app = renderHook(
    () => [
      useIsMutating({ mutationKey: phoneAccountKeys.register }),
      useIsMutating({ mutationKey: phoneAccountKeys.all }),
      useIsMutating({ mutationKey: phoneVerificationKeys.all }),
    ],
    { wrapper: ({ children }) => <Providers queryClient={queryClient}>{children}</Providers> },
  )
  await run(({ mutate }) => mutate(ALICE))
  expect(app.result.current).toEqual([1, 1, 1])
  await held.loseConnection()
  expect(app.result.current).toEqual([0, 0, 0])
})

it('forgets the proof on a page that has loaded no verification', async () => {
  const page = renderVerification({}, { hook: await loadedPage() })
  await page.do(({ send }) => send(NUMBER))
  await page.do(({ verify }) => verify('123456'))
  const { phone } = inStep(page.result.current, 'verified')
  page.unmount()
  expect(sessionStorage).toHaveLength(1)

  vi.resetModules()
  const { useRegisterWithPhone } = await import('../../src/hooks/useRegisterWithPhone.js')
  const { createMatrixClient } = await import('../../src/matrix/createMatrixClient.js')
  const homeserver = registering().client({}, createMatrixClient)
  const { run, result } = renderAccountHook(() => useRegisterWithPhone({ homeserver }))
  await run(({ mutate }) => mutate({ ...ALICE, phone }))
  expect(result.current.isSuccess).toBe(true)
  expect(sessionStorage).toHaveLength(0)
})
