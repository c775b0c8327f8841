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

/** Props of `PhoneVerification.Root`: the options of the form, and its parts. */
export interface RootProps extends FormProps, Omit<RootElementProps, 'onBlur'> {
  /**
   * `'form'` makes each step a `<form>`. `'fieldset'` and `'div'` render none, so that you can use the parts in your
   * own form: Enter does the step's own action there and submits nothing. @default 'form'
   */
  as?: 'form' | 'fieldset' | 'div' | undefined
  /** The steps, with the default parts or your own choice of them, and a `LiveRegion`. */
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
export const Root = forwardRef<HTMLDivElement, RootProps>(function Root({ children, ...props }, ref) {
  return <Frame {...useRootFrame(props, ref)}>{children}</Frame>
})
Root.displayName = 'Root'

/** The verification of a root, and the props of its element. */
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

/** A root has no form wrapper that passes props to the inputs. */
const noInput = {}

/** Props of {@link Frame}. */
export interface FrameProps {
  form: VerificationFormOptions
  root: RootElementProps & { ref?: Ref<HTMLDivElement> | undefined }
  children: ReactNode
  /** Rendered below the root, outside its styles. */
  after?: ReactNode
}

/** The element around the parts, and the contexts that they share. */
export function Frame(props: FrameProps) {
  return <FrameSinceBeginning key={props.form.beginning} {...props} />
}

function FrameSinceBeginning({ form, root, children, after }: FrameProps) {
  const { context, number } = useVerificationForm(form)
  useNestingCheck(context.rootRef, context.as)
  return (
    // React 18 needs `.Provider`: it treats the context itself as a consumer.
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
  // The form's language may differ from that of the page.
  props: { ref: rootRef, lang: languageOf(options) },
}))
