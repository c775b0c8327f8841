'use client'
import { forwardRef, useRef, type ReactNode, type Ref } from 'react'
import { createPart, type PartProps } from './shared/createPart.js'
import { NumberContext } from './number/NumberContext.js'
import { useNestingCheck } from './nestingCheck.js'
import type { FormProps } from './shared/FormOptions.js'
import {
  useFormVerification,
  useVerificationForm,
  type VerificationFormOptions,
} from './useVerificationForm.js'
import { VerificationContext } from './shared/VerificationContext.js'
import { languageOf } from './shared/wording.js'

type RootElementProps = Pick<
  PartProps<'div'>,
  'className' | 'render' | 'aria-label' | 'aria-labelledby' | 'onBlur'
>

/** Props of `PhoneVerification.Root`: the options of the form, and what it is made of. */
export interface RootProps extends FormProps, Omit<RootElementProps, 'onBlur'> {
  /**
   * `form` makes each step a `<form>`. A `fieldset` or a `div` has none in it, so that it can stand in a form of
   * the app: Enter does the step's own action there, and nothing is submitted. @default 'form'
   */
  as?: 'form' | 'fieldset' | 'div' | undefined
  /** The steps, with or without parts of your own choice in them, and a `LiveRegion`. */
  children: ReactNode
}

/**
 * A verification made of parts. It needs a `QueryClientProvider` above it.
 *
 * @example
 * <PhoneVerification.Root homeserver="https://matrix.example.org" purpose="register">
 *   <PhoneVerification.NumberStep />
 *   <PhoneVerification.CodeStep />
 *   <PhoneVerification.ExternalStep />
 *   <PhoneVerification.UnsupportedStep />
 *   <PhoneVerification.VerifiedStep />
 *   <PhoneVerification.LiveRegion />
 * </PhoneVerification.Root>
 */
export const Root = forwardRef<HTMLDivElement, RootProps>(({ children, ...props }, ref) => (
  <Frame {...useRootFrame(props, ref)}>{children}</Frame>
))
Root.displayName = 'Root'

/** The verification of a root, and its element. */
export function useRootFrame(
  props: Omit<RootProps, 'children'>,
  ref: Ref<HTMLDivElement> | undefined,
): Pick<FrameProps, 'form' | 'root'> {
  const { as = 'form', className, render, ...options } = props
  const aria = {
    'aria-label': props['aria-label'],
    'aria-labelledby': props['aria-labelledby'],
  }
  const codeReceiverRef = useRef<((code: string) => void) | null>(null)
  const verification = useFormVerification(options, codeReceiverRef)
  return {
    form: { ...verification, codeReceiverRef, options, as, problem: null, input: noInput },
    root: { className, render, ref, ...aria },
  }
}

/** No wrapper gives anything to the inputs. */
const noInput = {}

/** Props of {@link Frame}. */
export interface FrameProps {
  form: VerificationFormOptions
  root: RootElementProps & { ref?: Ref<HTMLDivElement> | undefined }
  children: ReactNode
  /** Stands below the root, outside of its styles. */
  after?: ReactNode
}

/** The element around the parts, and what they share. */
export function Frame(props: FrameProps) {
  return <FrameSinceBeginning key={props.form.beginning} {...props} />
}

function FrameSinceBeginning({ form, root, children, after }: FrameProps) {
  const { context, number } = useVerificationForm(form)
  useNestingCheck(context.rootRef, context.as)
  return (
    // With `.Provider`: React 18 takes the context itself for a consumer.
    <VerificationContext.Provider value={context}>
      <NumberContext.Provider value={number}>
        <RootElement {...root}>{children}</RootElement>
        {after}
      </NumberContext.Provider>
    </VerificationContext.Provider>
  )
}

const RootElement = /* @__PURE__ */ createPart('Root', 'div', ({ as, rootRef, options }) => ({
  tag: as === 'fieldset' ? 'fieldset' : 'div',
  slot: 'root',
  // It need not be that of the page.
  props: { ref: rootRef, lang: languageOf(options) },
}))
