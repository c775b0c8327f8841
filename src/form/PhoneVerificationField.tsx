'use client'
import {
  useEffect,
  useInsertionEffect,
  useRef,
  type AriaAttributes,
  type FocusEvent,
  type FocusEventHandler,
  type ReactNode,
} from 'react'
import {
  useController,
  type Control,
  type FieldPathByValue,
  type FieldValues,
  type RefCallBack,
  type UseControllerProps,
} from 'react-hook-form'
import type { VerifiedPhone } from '../matrix/uiaAuth.js'
import { en } from '../messages/en.js'
import { VERIFY_FIRST } from '../messages/verifyFirst.js'
import { CodeStep } from './code/CodeStep.js'
import { UnsupportedStep, VerifiedStep, VerifiedText } from './end/endSteps.js'
import { ExternalStep } from './end/ExternalStep.js'
import { Failure } from './shared/failureParts.js'
import { Legend, Problem } from './shared/fieldParts.js'
import type { KnownPhone } from './KnownPhone.js'
import { NumberStep } from './number/NumberStep.js'
import type { FormProps } from './shared/FormOptions.js'
import { ChangeNumber } from './shared/resendParts.js'
import { Frame } from './Root.js'
import { LiveRegion } from './shared/statusParts.js'
import { useFieldValue } from './useFieldValue.js'
import { useFormVerification } from './useVerificationForm.js'
import { useVerificationContext } from './shared/VerificationContext.js'

/** What a form may hold for the field. What the field itself puts there is a proof, or `null`. */
type FieldPhone = VerifiedPhone | KnownPhone | null | undefined

/** Props of `PhoneVerificationField`: the options of the form, and where its value goes. */
export interface PhoneVerificationFieldProps<
  Values extends FieldValues = FieldValues,
  Name extends FieldPathByValue<Values, FieldPhone> = FieldPathByValue<Values, FieldPhone>,
  Output = Values,
> extends FormProps {
  /**
   * Where the form holds the value: a `VerifiedPhone`, or `null` until the number is verified. It may begin with a
   * `KnownPhone`, a number that the account has already: that is shown with "Change number".
   */
  name: Name
  /** What `useForm` of the app returned as `control`. */
  control: Control<Values, unknown, Output>
  /**
   * What react-hook-form checks where no resolver does: that a number is verified, in the words of the field.
   * `{ required: false }` makes it optional. Beside a resolver use `verifiedPhoneSchema`.
   */
  rules?: UseControllerProps<Values, Name>['rules']
  /** Whether the value goes away with the field. @default false */
  shouldUnregister?: boolean | undefined
  /**
   * Tells apart two flows of the same purpose on one homeserver. An id that `useId` made, as wrappers hand one on,
   * is that of the input, for the wrapper's label. @default the name
   */
  id?: string | undefined
  /** The input is invalid, besides what the field itself finds. */
  'aria-invalid'?: AriaAttributes['aria-invalid'] | undefined
  /** Describes the input, beside what the field itself says of it. */
  'aria-describedby'?: string | undefined
  /** Called when the focus leaves the whole field. */
  onBlur?: FocusEventHandler | undefined
  /** Names the group of fields, above them. */
  label?: ReactNode
  /** Beside the root's own class name. */
  className?: string | undefined
  /** Parts in place of the usual ones. */
  children?: ReactNode
}

/**
 * A verified number as one field of a react-hook-form of the app. There is no `<form>` in it, Enter does its own
 * step, and nothing of it reaches the form around it but the value. A number that is verified again, or changed,
 * takes the value away; `reset` of the form empties the field.
 *
 * @example
 * const { control, handleSubmit } = useForm<{ name: string; phone: VerifiedPhone | null }>({
 *   defaultValues: { name: '', phone: null },
 * })
 * <PhoneVerificationField name="phone" control={control} homeserver="https://matrix.example.org" purpose="register" />
 */
export function PhoneVerificationField<
  Values extends FieldValues,
  Name extends FieldPathByValue<Values, FieldPhone>,
  Output,
>(props: PhoneVerificationFieldProps<Values, Name, Output>) {
  const { name, control, rules, shouldUnregister, label, className, children, ...given } = props
  const { messages, onVerified } = given
  const words = messages?.verifyFirst ?? en.verifyFirst
  const { field, fieldState } = useController<Values, Name, Output>({
    name,
    control,
    rules: { required: words, ...rules },
    ...(shouldUnregister !== undefined && { shouldUnregister }),
    ...(given.disabled !== undefined && { disabled: given.disabled }),
  })
  const value: VerifiedPhone | KnownPhone | null = field.value ?? null
  const codeReceiverRef = useRef<((code: string) => void) | null>(null)
  const tellRef = useRef<((phone: VerifiedPhone) => void) | null>(null)
  const options: FormProps = {
    ...given,
    id: isFromReact(given.id) ? name : (given.id ?? name),
    disabled: field.disabled ?? given.disabled,
    onVerified: (phone, details) => {
      tellRef.current?.(phone)
      return onVerified?.(phone, details)
    },
  }
  const { verification, beginning } = useFormVerification(options, codeReceiverRef)
  const { shown, resets, tell } = useFieldValue({
    verification,
    value,
    onChange: field.onChange,
    control,
    name,
  })
  // Before the effect that tells the app of a proof which an earlier page left.
  useInsertionEffect(() => {
    tellRef.current = tell
  })
  const { 'aria-invalid': invalid, 'aria-describedby': describedBy } = props
  const inputId = isFromReact(given.id) ? given.id : undefined
  const input = { id: inputId, name, 'aria-invalid': invalid, 'aria-describedby': describedBy }
  const { error } = fieldState
  const problem = error === undefined ? null : wordsOf(error.message, words)
  const onBlur = (event: FocusEvent) => {
    const { currentTarget, relatedTarget } = event
    if (currentTarget.contains(relatedTarget)) return
    props.onBlur?.(event)
    field.onBlur()
  }
  return (
    <Frame
      // The form took the field back to its beginning.
      key={resets}
      form={{ verification: shown, beginning, codeReceiverRef, options, as: 'fieldset', problem, input }}
      root={{ className, onBlur }}
    >
      <FocusTarget fieldRef={field.ref} />
      {label !== undefined && <Legend>{label}</Legend>}
      {children ?? <FieldParts />}
    </Frame>
  )
}

function FieldParts() {
  return (
    <>
      <NumberStep />
      <CodeStep />
      <ExternalStep />
      <UnsupportedStep />
      <VerifiedStep>
        <VerifiedText />
        <Problem />
        <Failure />
        <ChangeNumber />
      </VerifiedStep>
      <LiveRegion />
    </>
  )
}

/** Where `setFocus` leads, and the form itself when the value is missing: to what the step begins with. */
function FocusTarget({ fieldRef }: { fieldRef: RefCallBack }) {
  const { mainRef } = useVerificationContext()
  // Each time, for a reset of the form forgets it.
  useEffect(() => {
    const focus = () => mainRef.current?.focus()
    const select = () => {
      const main = mainRef.current
      if (main !== null && 'select' in main) (main as HTMLInputElement).select()
    }
    fieldRef({ focus, select, setCustomValidity: () => undefined, reportValidity: () => true })
  })
  return null
}

/** Such an id counts what is on the page, so that it may be another one after a reload: it names no flow. */
function isFromReact(id: string | undefined): boolean {
  return id !== undefined && /^(?::[rR]|«[rR]|_[rR]_)\w*[:»_]/.test(id)
}

/** The schema speaks English; a rule may say nothing at all. The words of an app stay as they are. */
function wordsOf(message: string | undefined, words: string): string {
  return message === undefined || message === '' || message === VERIFY_FIRST ? words : message
}
