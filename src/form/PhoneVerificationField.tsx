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
import { useRowIdCheck } from './rowIdCheck.js'
import { LiveRegion } from './shared/statusParts.js'
import { useFieldValue } from './useFieldValue.js'
import { useFormVerification } from './useVerificationForm.js'
import { useVerificationContext } from './shared/VerificationContext.js'

/** The values that a form may hold for the field. The field itself writes only a proof or `null`. */
type FieldPhone = VerifiedPhone | KnownPhone | null | undefined

/** Props of `PhoneVerificationField`: the options of the form, and where its value goes. */
export interface PhoneVerificationFieldProps<
  Values extends FieldValues = FieldValues,
  Name extends FieldPathByValue<Values, FieldPhone> = FieldPathByValue<Values, FieldPhone>,
  Output = Values,
> extends FormProps {
  /**
   * The name of the value in your form: a `VerifiedPhone`, or `null` until the number is verified. It may begin with
   * a `KnownPhone`, a number that the account already has, which is shown with "Change number".
   */
  name: Name
  /** The `control` that your `useForm` returned. */
  control: Control<Values, unknown, Output>
  /**
   * The rules that react-hook-form checks if there is no resolver. By default the number has to be verified;
   * `{ required: false }` makes it optional. With a resolver, use `verifiedPhoneSchema`.
   */
  rules?: UseControllerProps<Values, Name>['rules']
  /** Whether the value is removed when the field unmounts. @default false */
  shouldUnregister?: boolean | undefined
  /**
   * Distinguishes two flows with the same purpose on one homeserver. An id from React's `useId`, which wrappers pass
   * on, becomes the id of the input instead, so that the wrapper's label belongs to it. In a field array, pass the id of
   * the row: the name changes with the row's position. @default the name
   */
  id?: string | undefined
  /** Marks the input as invalid, in addition to the field's own checks. */
  'aria-invalid'?: AriaAttributes['aria-invalid'] | undefined
  /** The ids of more elements that describe the input. */
  'aria-describedby'?: string | undefined
  /** Called when the focus leaves the whole field. */
  onBlur?: FocusEventHandler | undefined
  /** The name of the group of fields, shown above them. */
  label?: ReactNode
  /** Added to the root's own class name. */
  className?: string | undefined
  /** Parts that replace the default ones. */
  children?: ReactNode
}

/**
 * A verified number as one field of your own react-hook-form. The field renders no `<form>`. Pressing Enter in it
 * sends the code or verifies it, and never submits your form, which receives only the value. If the person changes
 * the number, or verifies it again, the value becomes `null` until the number is verified. A `reset` of your form
 * empties the field.
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
  const flowId = isFromReact(given.id) ? undefined : given.id
  useRowIdCheck(name, flowId !== undefined)
  const options: FormProps = {
    ...given,
    id: flowId ?? name,
    disabled: field.disabled ?? given.disabled,
    onVerified: (phone, details) => {
      tellRef.current?.(phone)
      return onVerified?.(phone, details)
    },
  }
  const { verification, beginning } = useFormVerification(options, codeReceiverRef)
  const { shown, resets, tell } = useFieldValue({
    verification,
    beginning,
    value,
    onChange: field.onChange,
    control,
    name,
  })
  // An insertion effect runs before the effect that reports a proof from before a page reload.
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
      // A reset by the form mounts the field again.
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

/** The target of the form's `setFocus`, and of its focus on a missing value: the main element of the current step. */
function FocusTarget({ fieldRef }: { fieldRef: RefCallBack }) {
  const { mainRef } = useVerificationContext()
  // On every render, because a reset of the form forgets the ref.
  useEffect(() => {
    const main = (): Partial<HTMLInputElement> | null => {
      const element: Partial<HTMLElement> | null = mainRef.current
      // The ref of an app's component may be that of the element around its input.
      return element?.querySelector?.('input') ?? element
    }
    const focus = () => main()?.focus?.()
    const select = () => main()?.select?.()
    fieldRef({ focus, select, setCustomValidity: () => undefined, reportValidity: () => true })
  })
  return null
}

/** Whether React generated an id. Such an id may change after a reload, so it cannot identify a flow. */
function isFromReact(id: string | undefined): boolean {
  return id !== undefined && /^(?::[rR]|«[rR]|_[rR]_)\w*[:»_]/.test(id)
}

/** Replaces the schema's English message, or an empty one, with the field's own words. Other messages are kept. */
function wordsOf(message: string | undefined, words: string): string {
  return message === undefined || message === '' || message === VERIFY_FIRST ? words : message
}
