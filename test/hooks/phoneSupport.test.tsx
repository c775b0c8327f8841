import { onlineManager, QueryClient } from '@tanstack/react-query'
import { act } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { usePhoneSupport } from '../../src/hooks/usePhoneSupport.js'
import type { Purpose } from '../../src/matrix/purposes.js'
import { SimulatedHomeserver } from '../../src/testing/index.js'
import { clientOf } from '../matrix/account.js'
import { advance, MINUTE } from '../support/time.js'
import { renderAccountHook } from './account.js'

const SUPPORTED = { status: 'supported', isRequired: false, stages: [] }

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  onlineManager.setOnline(true)
  vi.useRealTimers()
})

const asking =
  (homeserver: SimulatedHomeserver, purpose: Purpose = 'register') =>
  () =>
    usePhoneSupport({ homeserver: clientOf(homeserver), purpose })

it('says what the homeserver takes, and asks again after five minutes', async () => {
  const homeserver = new SimulatedHomeserver()
  const { result, queryClient } = renderAccountHook(asking(homeserver))
  expect(result.current).toMatchObject({ status: 'pending', data: undefined })
  await advance(0)
  expect(result.current.data).toEqual(SUPPORTED)
  expect(homeserver.requests).toHaveLength(2)
  await advance(5 * MINUTE - 1)
  renderAccountHook(asking(homeserver), queryClient)
  await advance(0)
  expect(homeserver.requests).toHaveLength(2)
  await advance(1)
  renderAccountHook(asking(homeserver), queryClient)
  await advance(0)
  expect(homeserver.requests).toHaveLength(4)
})

it('asks for each purpose and of each homeserver by itself', async () => {
  const synapse = new SimulatedHomeserver({ scenario: 'synapse' })
  const { result, queryClient } = renderAccountHook(asking(synapse))
  await advance(0)
  expect(result.current.data).toEqual(SUPPORTED)
  const reset = renderAccountHook(asking(synapse, 'resetPassword'), queryClient)
  const closed = new SimulatedHomeserver({
    baseUrl: 'https://closed.example.org',
    scenario: 'registration-closed',
  })
  const other = renderAccountHook(asking(closed), queryClient)
  await advance(0)
  expect(reset.result.current.data).toMatchObject({ status: 'unsupported', reason: 'no-phone' })
  expect(other.result.current.data).toMatchObject({ reason: 'registration-closed' })
})

it('asks again with the next component where nothing was found out', async () => {
  const homeserver = new SimulatedHomeserver({ scenario: 'gateway-down' })
  const { result, queryClient } = renderAccountHook(asking(homeserver))
  await advance(0)
  expect(result.current.data).toMatchObject({ status: 'unknown', reason: 'server-error' })
  homeserver.scenario = 'specification'
  const next = renderAccountHook(asking(homeserver), queryClient)
  await advance(0)
  expect(next.result.current.data).toEqual(SUPPORTED)
})

it('answers offline, and asks again when the connection is back', async () => {
  onlineManager.setOnline(false)
  const homeserver = new SimulatedHomeserver({ scenario: 'offline' })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: 3, throwOnError: true } } })
  const { result } = renderAccountHook(asking(homeserver), queryClient)
  await advance(60_000)
  expect(result.current.data).toEqual({ status: 'unknown', reason: 'offline' })
  expect(homeserver.requests).toHaveLength(2)
  homeserver.scenario = 'specification'
  act(() => onlineManager.setOnline(true))
  await advance(0)
  expect(result.current.data).toEqual(SUPPORTED)
})

it('never asks by itself, whatever the app does with its queries', async () => {
  const homeserver = new SimulatedHomeserver()
  const queryClient = new QueryClient({
    defaultOptions: { queries: { refetchInterval: 1000, refetchOnWindowFocus: 'always' } },
  })
  renderAccountHook(asking(homeserver), queryClient)
  await advance(60_000)
  act(() => void window.dispatchEvent(new Event('visibilitychange')))
  await advance(0)
  const posts = homeserver.requests.filter(({ operation }) => operation === 'register')
  expect(posts).toHaveLength(1)
})

it('asks nothing while it is not enabled', async () => {
  const homeserver = new SimulatedHomeserver()
  const { result } = renderAccountHook(() =>
    usePhoneSupport({ homeserver: clientOf(homeserver), purpose: 'register', enabled: false }),
  )
  await advance(0)
  expect(result.current).toMatchObject({ fetchStatus: 'idle', data: undefined })
  expect(homeserver.requests).toEqual([])
})

it('keeps the access token out of the cache', async () => {
  const client = clientOf(new SimulatedHomeserver(), { accessToken: 'TOKENMARK' })
  const { queryClient } = renderAccountHook(() =>
    usePhoneSupport({ homeserver: client, purpose: 'addToAccount' }),
  )
  await advance(0)
  const cached = queryClient.getQueryCache().getAll()
  expect(cached).toHaveLength(1)
  expect(JSON.stringify(cached.map(({ queryKey, state }) => ({ queryKey, state })))).not.toContain(
    'TOKENMARK',
  )
})
