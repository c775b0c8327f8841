import {
  MutationCache,
  onlineManager,
  QueryClient,
  useIsMutating,
  useMutationState,
  type DefaultOptions,
} from '@tanstack/react-query'
import { render, renderHook } from '@testing-library/react'
import { Component, type ReactNode } from 'react'
import { beforeEach, expect, it, vi } from 'vitest'
import { phoneVerificationKeys } from '../../src/hooks/mutationKeys.js'
import {
  usePhoneVerification,
  type UsePhoneVerificationResult,
} from '../../src/hooks/usePhoneVerification.js'
import { ALICE, Providers, renderVerification } from '../support/hooks.js'
import { advance, HOUR, settled } from '../support/time.js'
import { Wire } from '../support/wire.js'

beforeEach(() => {
  vi.useFakeTimers()
  sessionStorage.clear()
  onlineManager.setOnline(true)
})

type Defaults = NonNullable<DefaultOptions['mutations']>

const hostile: [string, Defaults][] = [
  ['retries', { retry: 3, retryDelay: 10 }],
  ['endless retries', { retry: true, retryDelay: 10 }],
  ['errors for the error boundary', { throwOnError: true }],
  ['a network mode that pauses', { networkMode: 'online' }],
  ['a network mode that asks first', { networkMode: 'offlineFirst', retry: 3 }],
  [
    'an onMutate that throws',
    {
      onMutate: () => {
        throw new Error('from the defaults')
      },
    },
  ],
  ['an onSuccess that rejects', { onSuccess: () => Promise.reject(new Error('from the defaults')) }],
  ['an onError that never ends', { onError: () => new Promise(() => undefined) }],
  ['an onSettled that never ends', { onSettled: () => new Promise(() => undefined) }],
  ['a function of its own', { mutationFn: () => Promise.reject(new Error('from the defaults')) }],
]

/** Once as the client's defaults, once as defaults for our keys. */
const clients = hostile.flatMap(([what, mutations]) => [
  { what, where: 'in the defaults', create: () => new QueryClient({ defaultOptions: { mutations } }) },
  {
    what,
    where: 'for our keys',
    create: () => {
      const client = new QueryClient()
      client.setMutationDefaults(phoneVerificationKeys.all, mutations)
      return client
    },
  },
])

it.each(clients)('sends each request once with $what $where, online and offline', async ({ create }) => {
  for (const isOnline of [true, false]) {
    onlineManager.setOnline(isOnline)
    const { wire, result, unmount, do: person } = renderVerification({}, { queryClient: create() })
    await person(({ send }) => send(ALICE))
    expect(result.current).toMatchObject({ step: 'code', isPending: false, error: null })
    await person(({ verify }) => verify('123456'))
    expect(result.current).toMatchObject({ step: 'verified', isPending: false, error: null })
    expect(wire.requests).toHaveLength(2)
    await person(({ reset }) => reset())
    unmount()
  }
})

class Boundary extends Component<{ children: ReactNode }, { isHit: boolean }> {
  override state = { isHit: false }
  static getDerivedStateFromError = () => ({ isHit: true })
  override render = () => (this.state.isHit ? 'the app is gone' : this.props.children)
}

it.each(clients)('shows a refusal as its own with $what $where, and repeats nothing', async ({ create }) => {
  onlineManager.setOnline(false)
  const wire = new Wire()
  const latest: { verification?: UsePhoneVerificationResult } = {}
  function Screen() {
    const verification = usePhoneVerification({ homeserver: wire.client(), purpose: 'register' })
    latest.verification = verification
    return verification.error?.kind ?? 'no error'
  }
  const { container } = render(
    <Providers queryClient={create()}>
      <Boundary>
        <Screen />
      </Boundary>
    </Providers>,
  )
  wire.loseConnection()
  void latest.verification?.send(ALICE)
  await advance(HOUR)
  expect(container.textContent).toBe('offline')
  expect(latest.verification).toMatchObject({
    step: 'number',
    isPending: false,
    requestToken: { status: 'error', failureCount: 1, isPaused: false },
  })

  onlineManager.setOnline(true)
  await advance(HOUR)
  expect(wire.requests).toHaveLength(1)

  void latest.verification?.send(ALICE)
  await settled()
  wire.reply(500)
  void latest.verification?.verify('123456')
  await advance(HOUR)
  expect(container.textContent).toBe('server-error')
  expect(wire.submits).toHaveLength(1)
})

it('shows an error where a MutationCache throws before anything is sent', async () => {
  const onMutate = vi.fn(() => {
    throw new Error('from the cache')
  })
  const mutationCache = new MutationCache({ onMutate })
  const {
    wire,
    result,
    do: person,
  } = renderVerification({}, { queryClient: new QueryClient({ mutationCache }) })
  await person(({ send }) => send(ALICE))
  expect(wire.requests).toEqual([])
  expect(result.current).toMatchObject({
    step: 'number',
    isPending: false,
    error: { kind: 'invalid-request', recovery: 'retry' },
  })
  onMutate.mockImplementation(() => undefined as never)
  await person(({ send }) => send(ALICE))
  expect(result.current).toMatchObject({ step: 'code', error: null })
  onMutate.mockImplementationOnce(() => {
    throw new Error('from the cache')
  })
  await person(({ verify }) => verify('123456'))
  expect(result.current).toMatchObject({ step: 'code', isPending: false, error: { kind: 'invalid-request' } })
  expect(wire.submits).toEqual([])
})

it('sends nothing any more when a MutationCache was so slow that the person left the number', async () => {
  let go: () => void = () => undefined
  const mutationCache = new MutationCache({ onMutate: () => new Promise<void>((resolve) => (go = resolve)) })
  const {
    wire,
    result,
    do: person,
  } = renderVerification({}, { queryClient: new QueryClient({ mutationCache }) })
  await person(({ send }) => send(ALICE))
  await person(({ changeNumber }) => changeNumber())
  await person(() => go())
  expect(wire.requests).toEqual([])
  expect(result.current).toMatchObject({ step: 'number', isPending: false, error: null })
})

it('keeps the answer where a MutationCache fails after it', async () => {
  const mutationCache = new MutationCache({ onSuccess: () => Promise.reject(new Error('from the cache')) })
  const { result, do: person } = renderVerification({}, { queryClient: new QueryClient({ mutationCache }) })
  await person(({ send }) => send(ALICE))
  expect(result.current).toMatchObject({ step: 'code', error: null, isPending: false })
})

it('lets the app see its mutations under the exported keys', async () => {
  const wire = new Wire()
  const { queryClient, do: person } = renderVerification({ wire })
  const app = renderHook(
    () => ({
      all: useIsMutating({ mutationKey: phoneVerificationKeys.all }),
      sending: useIsMutating({ mutationKey: phoneVerificationKeys.requestToken }),
      statuses: useMutationState({
        filters: { mutationKey: phoneVerificationKeys.all },
        select: ({ state }) => state.status,
      }),
    }),
    { wrapper: ({ children }) => <Providers queryClient={queryClient}>{children}</Providers> },
  )
  expect(app.result.current).toEqual({ all: 0, sending: 0, statuses: [] })
  const held = wire.hold()
  await person(({ send }) => send(ALICE))
  expect(app.result.current).toEqual({ all: 1, sending: 1, statuses: ['pending'] })
  await held.answer()
  expect(app.result.current).toEqual({ all: 0, sending: 0, statuses: ['success'] })
})

it('sends nothing when somebody runs a mutation without the rules', async () => {
  const { wire, result, do: person } = renderVerification()
  await person(({ requestToken, submitToken }) => [requestToken.mutateAsync(1), submitToken.mutateAsync(1)])
  expect(wire.requests).toEqual([])
  const held = wire.hold()
  await person(({ send }) => send(ALICE))
  await person(({ requestToken }) => requestToken.mutateAsync(requestToken.variables ?? 0))
  await held.answer()
  expect(wire.requests).toHaveLength(1)
  expect(result.current.step).toBe('code')
})
