import { QueryClient, useMutation, type DefaultOptions } from '@tanstack/react-query'
import { renderHook } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { phoneVerificationKeys } from '../../src/hooks/mutationKeys.js'
import { ALICE, Providers, renderVerification } from '../support/hooks.js'
import { advance, HOUR } from '../support/time.js'

beforeEach(() => {
  vi.useFakeTimers()
  sessionStorage.clear()
})

type Defaults = NonNullable<DefaultOptions['mutations']>

const places: [string, (mutations: Defaults) => QueryClient][] = [
  ['in the defaults', (mutations) => new QueryClient({ defaultOptions: { mutations } })],
  [
    'for our keys',
    (mutations) => {
      const client = new QueryClient()
      client.setMutationDefaults(phoneVerificationKeys.all, mutations)
      return client
    },
  ],
]

it.each(places)('waits behind no mutation of the app where there is a scope %s', async (_, create) => {
  const scope = { id: 'app' }
  const queryClient = create({ scope })
  const { wire, result, do: person } = renderVerification({}, { queryClient })
  const app = renderHook(() => useMutation({ scope, mutationFn: () => new Promise(() => undefined) }), {
    wrapper: ({ children }) => <Providers queryClient={queryClient}>{children}</Providers>,
  })
  await person(() => app.result.current.mutate())
  expect(app.result.current.isPending).toBe(true)
  await person(({ send }) => send(ALICE))
  expect(wire.requests).toHaveLength(1)
  expect(result.current.step).toBe('code')
})

it.each(places)('is forgotten with the component where there is a long memory %s', async (_, create) => {
  const queryClient = create({ gcTime: HOUR })
  const { unmount, do: person } = renderVerification({}, { queryClient })
  await person(({ send }) => send(ALICE))
  expect(queryClient.getMutationCache().getAll()).toHaveLength(1)
  unmount()
  await advance(1)
  expect(queryClient.getMutationCache().getAll()).toEqual([])
})
