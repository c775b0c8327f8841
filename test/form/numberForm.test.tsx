import { act, renderHook } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { useNumberForm } from '../../src/form/number/useNumberForm.js'
import type { UsePhoneVerificationResult } from '../../src/hooks/usePhoneVerification.js'
import { setUp } from './person.js'

beforeEach(setUp)

const verification = { error: null, send: vi.fn() } as unknown as UsePhoneVerificationResult

it('is not reading any more once reading a number has failed', async () => {
  const { result } = renderHook(() =>
    useNumberForm({
      verification,
      defaults: { country: 'GB', phoneNumber: '+33612345678' },
      countries: undefined,
      formatAsYouType: true,
      onSend: vi.fn(),
      onCountryChanged: () => {
        throw new Error('No announcement.')
      },
    }),
  )
  await act(() => expect(result.current.submit()).rejects.toThrow('No announcement.'))
  expect(result.current.isReading).toBe(false)
})
