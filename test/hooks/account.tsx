import { QueryClient } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import { vi } from 'vitest'
import type { VerifiedPhone } from '../../src/matrix/uiaAuth.js'
import { Providers } from '../support/hooks.js'

export const PHONE: VerifiedPhone = {
  phoneNumber: '+12025550123',
  country: 'US',
  sid: 'SIDMARK',
  clientSecret: 'SECRETMARK',
}

/** What a homeserver asks for, and what it gives in the end. */
export const CHALLENGE = { session: 'SESSIONMARK', flows: [{ stages: ['m.login.msisdn'] }] }
export const ACCOUNT = { user_id: '@alice:example.org', access_token: 'TOKENMARK', device_id: 'DEVICE' }

/** Renders a hook in StrictMode under a QueryClient. */
export function renderAccountHook<Result>(use: () => Result, queryClient = new QueryClient()) {
  const { result, rerender, unmount } = renderHook(use, {
    wrapper: ({ children }) => <Providers queryClient={queryClient}>{children}</Providers>,
  })
  return {
    result,
    rerender,
    unmount,
    queryClient,
    /** Does something with what the hook says now, and lets all of it happen. */
    run: (action: (current: Result) => unknown) =>
      act(async () => {
        void action(result.current)
        await vi.advanceTimersByTimeAsync(0)
      }),
  }
}
