'use client'
import {
  cloneElement,
  createElement,
  forwardRef,
  type ComponentPropsWithoutRef,
  type ComponentType,
  type ForwardRefExoticComponent,
  type HTMLAttributes,
  type JSX,
  type ReactElement,
  type Ref,
  type RefAttributes,
} from 'react'
import { dataOf, joinNames, mergeProps, refOf, useJoinedRefs, type Props } from './mergeProps.js'
import type { Slot } from './FormOptions.js'
import type { PartState } from './PartState.js'
import { StepContext, type StepValue } from './StepContext.js'
import { useVerificationContext, type VerificationContextValue } from './VerificationContext.js'

type Tag = keyof JSX.IntrinsicElements & keyof HTMLElementTagNameMap

/** The props that a part passes to `render`: those of its own element. */
export type PartElementProps<T extends Tag = Tag> = HTMLAttributes<HTMLElementTagNameMap[T]> & {
  // Not RefAttributes, whose refs may be strings in React 18.
  ref?: Ref<HTMLElementTagNameMap[T]> | undefined
}

/** Props of a part: those of its element, and two of its own. */
export type PartProps<T extends Tag = Tag, State extends PartState = PartState> = Omit<
  ComponentPropsWithoutRef<T>,
  'className'
> & {
  /** Added to the part's own class names. */
  className?: string | ((state: State) => string | undefined) | undefined
  /**
   * An element, or a function that returns one, in place of the part's own. Refs, handlers and class names are
   * joined.
   */
  render?: ReactElement | ((props: PartElementProps<T>, state: State) => ReactElement) | undefined
}

/** What a part renders in its context. */
export interface PartShape<T extends Tag, State extends PartState = PartState> {
  /** The element to render instead of the usual one. */
  tag?: Tag | undefined
  /** The slot whose class names the part has. */
  slot?: Slot | undefined
  /** The differences from the state of the whole form. */
  state?: Partial<State> | undefined
  props?: (ComponentPropsWithoutRef<T> & { ref?: Ref<HTMLElement> | undefined }) | undefined
  /** Renders the part if the app does not pass `render`. */
  render?: ((props: PartElementProps<T>) => ReactElement) | undefined
  /** Whether this element receives the focus of the step. */
  isMain?: boolean | undefined
  /** What the parts inside share, if this part is a step. */
  provide?: StepValue | undefined
  /** Wraps the element in another context. */
  within?: ((element: ReactElement) => ReactElement) | undefined
}

/** A part of a phone verification. */
export type Part<T extends Tag, State extends PartState = PartState> = ForwardRefExoticComponent<
  PartProps<T, State> & RefAttributes<HTMLElementTagNameMap[T]>
>

/**
 * Creates a part: an element with the state of the verification. Apps can change its styles and replace its element.
 *
 * @param name what developer tools call it
 * @param useShape what the part renders now; `null` for nothing
 * @param useIsThere whether the part is rendered at all; if not, `useShape` is not called
 */
export function createPart<T extends Tag, State extends PartState = PartState>(
  name: string,
  tag: T,
  useShape: (context: VerificationContextValue) => PartShape<T, State> | null,
  useIsThere?: (context: VerificationContextValue) => boolean,
): Part<T, State> {
  const Part = forwardRef<HTMLElement, LooseProps>(function Part(given, ref) {
    const { className, render, ...theirs }: OwnProps & Props = given
    const context = useVerificationContext()
    const shape = useShape(context)
    const { ref: shapeRef = null, ...ours }: Props & { ref?: Ref<HTMLElement> | undefined } =
      shape?.props ?? {}
    const mainRef = shape?.isMain === true ? context.mainRef : null
    const elementRef = typeof render === 'object' ? refOf(render) : null
    const joinedRef = useJoinedRefs([shapeRef, mainRef, ref, elementRef])
    if (shape === null) return null
    const { slot, provide, within = itself } = shape
    const state = shape.state === undefined ? context.state : { ...context.state, ...shape.state }
    const ofPart = {
      ...(state === context.state ? context.data : dataOf(state)),
      ...ours,
      className: joinNames(slot && context.slot(slot), ours['className']),
    }
    const own = tag === 'input' ? mergeProps(ofPart, context.input) : ofPart
    const props = mergeProps(own, {
      ...theirs,
      className: typeof className === 'function' ? className(state) : className,
    })
    if (joinedRef !== null) props['ref'] = joinedRef
    const rendered = render ?? (shape.render as LooseProps['render'])
    const element =
      rendered === undefined
        ? createElement(shape.tag ?? tag, props)
        : typeof rendered === 'function'
          ? rendered(props, state)
          : cloneElement(rendered, mergeProps(props, { ...rendered.props, ref: props['ref'] }))
    if (provide === undefined) return within(element)
    return within(createElement(StepContext.Provider, { value: provide }, element))
  })
  Part.displayName = name
  // TypeScript cannot infer the props of an element from a tag that is a type parameter.
  return (useIsThere === undefined ? Part : gated(useIsThere, Part)) as Part<T, State>
}

const itself = (element: ReactElement) => element

/** The props of a part, in the loose types that this file works with. */
type LooseProps = OwnProps & Props

interface OwnProps {
  className?: string | ((state: PartState) => string | undefined) | undefined
  render?: ReactElement<Props> | ((props: Props, state: PartState) => ReactElement) | undefined
}

/** A part that is mounted only at times, with new state each time. */
function gated(
  useIsThere: (context: VerificationContextValue) => boolean,
  Part: ComponentType<LooseProps & RefAttributes<HTMLElement>>,
) {
  return forwardRef<HTMLElement, LooseProps>(function Gate(props, ref) {
    return useIsThere(useVerificationContext()) ? <Part {...props} ref={ref} /> : null
  })
}

/** Renders a part in one step only. */
export const inStep =
  (step: PartState['step']) =>
  ({ state }: VerificationContextValue) =>
    state.step === step
