import { onlineManager, QueryClient } from '@tanstack/react-query'
import { act } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { usePhoneSupport } from '../../src/hooks/usePhoneSupport.js'
import { SimulatedHomeserver } from '../../src/testing/index.js'
import { clientOf } from '../matrix/account.js'
import { advance } from '../support/hooks.js'
import { renderAccountHook } from './account.js'

const SUPPORTED = { status: 'supported', isRequired: false, stages: [] }

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  onlineManager.setOnline(true)
  vi.useRealTimers()
})

it('says what the homeserver takes, and asks once for five minutes', async () => {
  const homeserver = new SimulatedHomeserver()
  const use = () => usePhoneSupport({ homeserver: clientOf(homeserver), purpose: 'register' })
  const { result, queryClient } = renderAccountHook(use)
  expect(result.current).toMatchObject({ status: 'pending', data: undefined })
  await advance(0)
  expect(result.current.data).toEqual(SUPPORTED)
  renderAccountHook(use, queryClient)
  await advance(0)
  expect(homeserver.requests).toHaveLength(2)
})

it('answers offline, and asks again when the connection is back', async () => {
  onlineManager.setOnline(false)
  const homeserver = new SimulatedHomeserver({ scenario: 'offline' })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: 3, throwOnError: true } } })
  const { result } = renderAccountHook(
    () => usePhoneSupport({ homeserver: clientOf(homeserver), purpose: 'register' }),
    queryClient,
  )
  await advance(60_000)
  expect(result.current.data).toEqual({ status: 'unknown', reason: 'offline' })
  expect(homeserver.requests).toHaveLength(2)
  homeserver.scenario = 'specification'
  act(() => onlineManager.setOnline(true))
  await advance(0)
  expect(result.current.data).toEqual(SUPPORTED)
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
