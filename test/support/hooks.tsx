import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import type { PhoneVerificationOptions } from '../../src/hooks/PhoneVerificationOptions.js'
// What watches for an SMS is loaded late; how late is no subject of these tests.
import '../../src/hooks/watchSms.js'
import {
  usePhoneVerification,
  type UsePhoneVerificationResult,
} from '../../src/hooks/usePhoneVerification.js'
import './strictMode.js'
import { createClientOf, loadedPage, type Hook } from './pages.js'
import { Wire } from './wire.js'

export const ALICE = { phoneNumber: '+447700900123', country: 'GB' }
export const BOB = { phoneNumber: '+12025550123', country: 'US' }

/** The surroundings of a component under test. */
export function Providers({
  children,
  queryClient,
}: {
  children: ReactNode
  queryClient: QueryClient
}): ReactNode {
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
}

/** Renders the hook in StrictMode, with a QueryClient of its own, against a wire. */
export function renderVerification(
  options: Partial<PhoneVerificationOptions> & { wire?: Wire } = {},
  { queryClient = new QueryClient(), hook = usePhoneVerification }: RenderOptions = {},
) {
  const { wire = new Wire(), ...rest } = options
  const homeserver = wire.client({}, createClientOf(hook))
  const initialProps: PhoneVerificationOptions = { homeserver, purpose: 'register', ...rest }
  const steps: UsePhoneVerificationResult['step'][] = []
  const { result, rerender, unmount } = renderHook(
    (props: PhoneVerificationOptions) => {
      const verification = hook(props)
      if (steps.at(-1) !== verification.step) steps.push(verification.step)
      return verification
    },
    {
      initialProps,
      wrapper: ({ children }) => <Providers queryClient={queryClient}>{children}</Providers>,
    },
  )
  return {
    wire,
    queryClient,
    hook,
    result,
    unmount,
    /** Every step that was rendered, in order. */
    steps,
    rerender: (changed: Partial<PhoneVerificationOptions> = {}) => rerender({ ...initialProps, ...changed }),
    /** Does something a person does, and lets all of it happen. */
    do: async (action: (verification: UsePhoneVerificationResult) => unknown) => {
      await act(async () => {
        void action(result.current)
        await vi.advanceTimersByTimeAsync(0)
      })
    },
  }
}

interface RenderOptions {
  queryClient?: QueryClient
  hook?: Hook
}

/** What the hook says in a step that the test knows it is in. */
export function inStep<Step extends UsePhoneVerificationResult['step']>(
  verification: UsePhoneVerificationResult,
  step: Step,
): Extract<UsePhoneVerificationResult, { step: Step }> {
  if (verification.step !== step) throw new Error(`The step is ${verification.step}, not ${step}.`)
  return verification as Extract<UsePhoneVerificationResult, { step: Step }>
}

/** A page that was just loaded, on which an SMS was asked for. */
export async function pageWithCodeSent(options: Parameters<typeof renderVerification>[0] = {}) {
  const page = renderVerification(options, { hook: await loadedPage() })
  await page.do(({ send }) => send(ALICE))
  return page
}
