'use client'
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { useEffect, useRef, useState, type ChangeEvent } from 'react'
import { useForm, type UseFormRegisterReturn } from 'react-hook-form'
import * as z from 'zod/mini'
import { normalizeCode } from '../hooks/normalizeCode.js'
import { useLatest } from '../hooks/useLatest.js'
import type { PhoneVerificationError, PhoneVerificationErrorKind } from '../matrix/PhoneVerificationError.js'
import { useVerificationContext } from './VerificationContext.js'
import { wasFilled } from './wasFilled.js'

/** The refusals that are about the code itself, and stand beside it. */
const ABOUT_CODE: readonly PhoneVerificationErrorKind[] = ['code-incorrect', 'code-expired', 'session-lost']

interface CodeValues {
  code: string
}

const schema: z.ZodMiniType<CodeValues, CodeValues> = z
  .any()
  .check(({ value, issues }: z.core.ParsePayload<CodeValues>) => {
    if (normalizeCode(value.code) !== '') return
    issues.push({ code: 'custom', message: 'missing', path: ['code'], input: value.code })
  })
const resolver = standardSchemaResolver(schema)

/** The code step's state: its field, what is wrong with it, and its submission. */
export interface CodeForm {
  field: Omit<UseFormRegisterReturn<'code'>, 'onChange'> & { onChange: (event: ChangeEvent) => Promise<void> }
  isMissing: boolean
  /** The server's refusal of the code as it stands. */
  refusal: PhoneVerificationError | null
  /** Whether the refusal stands beside the field. */
  isAboutCode: boolean
  isSubmitting: boolean
  submit: () => Promise<void>
}

/** Joins react-hook-form and the schema for the code step, and decides what submits itself. */
export function useCodeForm(): CodeForm {
  const context = useVerificationContext()
  const { verification, options, wording, announce, moveFocus, takeFocus, codeReceiverRef } = context
  const { codeLength, autoSubmit = 'filled' } = options
  // What is wrong is said on submitting, not while the person types.
  const form = useForm<CodeValues>({
    resolver,
    defaultValues: { code: '' },
    reValidateMode: 'onSubmit',
  })
  const isMissing = form.formState.errors.code !== undefined
  const { error, submitToken } = verification
  const isSubmitting = submitToken.isPending && verification.isPending
  const [outdated, setOutdated] = useState<PhoneVerificationError | null>(null)
  const refusal = error?.operation === 'submitToken' && error !== outdated ? error : null
  const isAboutCode = refusal !== null && ABOUT_CODE.includes(refusal.kind)
  /** What was submitted before. It does not submit itself again. */
  const submittedRef = useRef(new Set<string>())

  const verify = async (code: string) => {
    submittedRef.current.add(normalizeCode(code))
    setOutdated(null)
    moveFocus()
    await verification.verify(code)
  }
  const verifyByItself = (code: string) => {
    if (!isSubmitting && !submittedRef.current.has(normalizeCode(code))) void verify(code)
  }

  useEffect(() => {
    if (takeFocus()) form.setFocus('code')
  }, [form, takeFocus])

  // A refused code stays where it is, selected, so that typing replaces it.
  useEffect(() => {
    if (refusal !== null && takeFocus() && isAboutCode) form.setFocus('code', { shouldSelect: true })
  }, [form, refusal, isAboutCode, takeFocus])

  const receiveRef = useLatest((code: string) => {
    form.setValue('code', code)
    announce(wording.say('codeFilled'))
    if (autoSubmit !== 'never') verifyByItself(code)
  })
  useEffect(() => {
    codeReceiverRef.current = (code) => receiveRef.current(code)
    return () => {
      codeReceiverRef.current = null
    }
  }, [codeReceiverRef, receiveRef])

  const field = form.register('code')
  const edit = ({ nativeEvent }: ChangeEvent) => {
    // Only if there is one: clearing renders the step, which a key alone does not.
    if (isMissing) form.clearErrors()
    if (error !== outdated) setOutdated(error)
    const typed = form.getValues('code')
    const code = normalizeCode(typed)
    const isFilled = wasFilled(nativeEvent)
    // Boxes have room for the code alone, not for the spaces that a message puts into it.
    if (isFilled && code !== typed) form.setValue('code', code)
    const isWanted = autoSubmit === 'complete' || (autoSubmit === 'filled' && isFilled)
    if (isWanted && code.length === codeLength) verifyByItself(code)
  }

  return {
    field: {
      ...field,
      onChange: async (event: ChangeEvent) => {
        const changed = field.onChange(event)
        edit(event)
        await changed
      },
    },
    isMissing,
    refusal,
    isAboutCode,
    isSubmitting,
    submit: () =>
      form.handleSubmit(({ code }) => {
        // Not awaited: what the request does is told by the verification.
        if (!isSubmitting) void verify(code)
      })(),
  }
}
