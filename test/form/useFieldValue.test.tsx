import { act, renderHook } from '@testing-library/react'
import { useController, useForm } from 'react-hook-form'
import { expect, it, vi } from 'vitest'
import { useFieldValue } from '../../src/form/useFieldValue.js'
import type { UsePhoneVerificationResult } from '../../src/hooks/usePhoneVerification.js'
import type { VerifiedPhone } from '../../src/matrix/uiaAuth.js'
import { SAVED, type Values } from './fieldScreen.js'

interface Held {
  /** What the form of the app holds. */
  value: VerifiedPhone | null
  /** What the verification has proved. */
  proof: VerifiedPhone | null
}

const OTHER: VerifiedPhone = { ...SAVED, phoneNumber: '+447400123456', country: 'GB', sid: 'another' }
const NOTHING: Held = { value: null, proof: null }

/** A field whose form and verification are played by the test. */
function renderField(held: Held) {
  const onChange = vi.fn()
  const reset = vi.fn()
  const view = renderHook(
    ({ value, proof }: Held) => {
      const { control, setValue } = useForm<Values>({ defaultValues: { name: '', phone: null } })
      useController({ control, name: 'phone' })
      const step = proof === null ? { step: 'number' } : { step: 'verified', phone: proof }
      const verification = { ...step, reset } as unknown as UsePhoneVerificationResult
      useFieldValue<Values, Values>({ verification, beginning: '', value, onChange, control, name: 'phone' })
      return { setValue }
    },
    { initialProps: held },
  )
  /** Lets the app write to its form. */
  const write = (phone: VerifiedPhone | null) => act(async () => view.result.current.setValue('phone', phone))
  return { onChange, reset, write, become: view.rerender }
}

it('tells the form of a proof, and takes it back when the verification has left it', () => {
  const { onChange, become } = renderField(NOTHING)
  become({ value: null, proof: SAVED })
  become({ value: SAVED, proof: SAVED })
  become({ value: SAVED, proof: null })
  expect(onChange.mock.calls).toEqual([[SAVED], [null]])
})

it('tells a form nothing that holds a number from elsewhere', () => {
  const { onChange } = renderField({ value: SAVED, proof: OTHER })
  expect(onChange).not.toHaveBeenCalled()
})

it('leaves the verification alone when the form takes over what it has proved', () => {
  const { reset, become } = renderField(NOTHING)
  become({ value: SAVED, proof: SAVED })
  expect(reset).not.toHaveBeenCalled()
})

it('resets the verification when the form takes its number away, or has another one', () => {
  const { reset, become } = renderField({ value: SAVED, proof: SAVED })
  become({ value: OTHER, proof: SAVED })
  expect(reset).toHaveBeenCalledTimes(1)
  become({ value: null, proof: SAVED })
  expect(reset).toHaveBeenCalledTimes(2)
})

it('resets what is under way when the form writes nothing in the place of nothing', async () => {
  const { reset, write } = renderField(NOTHING)
  await write(null)
  expect(reset).toHaveBeenCalledTimes(1)
})

it('resets nothing when the form writes the number that it holds', async () => {
  const { reset, write } = renderField({ value: SAVED, proof: SAVED })
  await write(SAVED)
  expect(reset).not.toHaveBeenCalled()
})
