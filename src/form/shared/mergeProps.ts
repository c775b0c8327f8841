'use client'
import { useMemo, version, type ReactElement, type Ref, type RefCallback } from 'react'

/** The props of any element. */
export type Props = Record<string, unknown>

type Handler = (event: { defaultPrevented?: boolean }) => unknown

/**
 * Merges the app's props into ours. Of two handlers, the app's runs first; ours does not run if the event's default
 * was prevented. Class names and descriptions are joined. An input that is invalid stays invalid. A prop that is
 * `undefined` changes nothing.
 */
export function mergeProps(ours: Props, theirs: Props): Props {
  const merged = { ...ours }
  for (const [name, value] of Object.entries(theirs)) {
    if (value !== undefined) merged[name] = mergeProp(name, ours[name], value)
  }
  return merged
}

function mergeProp(name: string, ours: unknown, theirs: unknown): unknown {
  if (name === 'className' || name === 'aria-describedby') return joinNames(ours, theirs)
  // A wrapper of a form library passes false if its form has no error. The typed number may be invalid anyway.
  if (name === 'aria-invalid') return ours === true || theirs
  if (!/^on[A-Z]/.test(name) || typeof ours !== 'function' || typeof theirs !== 'function') return theirs
  const [first, second] = [theirs as Handler, ours as Handler]
  return (event: Parameters<Handler>[0]) => {
    first(event)
    if (event.defaultPrevented !== true) second(event)
  }
}

/** Names with a space between them; `undefined` if there are none. */
export function joinNames(...names: unknown[]): string | undefined {
  return names.filter(Boolean).join(' ') || undefined
}

/** The parts of a state that fit into attributes: `data-invalid="true"`, `data-step="code"`. */
export function dataOf(state: object): Props {
  const data: Props = {}
  for (const [name, value] of Object.entries(state)) {
    if (value === true || typeof value === 'string') data[`data-${name}`] = value
  }
  return data
}

type AnyRef = Ref<HTMLElement>

/** One ref that sets all of them; `null` if there are none. It stays the same as long as they do. */
export function useJoinedRefs([one, two, three, four]: readonly [AnyRef, AnyRef, AnyRef, AnyRef]): AnyRef {
  return useMemo(() => joinRefs([one, two, three, four]), [one, two, three, four])
}

function joinRefs(refs: readonly AnyRef[]): AnyRef {
  const given = refs.filter((ref) => ref !== null)
  if (given.length < 2) return given[0] ?? null
  return (element) => {
    const leave = given.map((ref) => attach(ref, element))
    // React 18 has no cleanup functions: it calls the ref with null, and warns if a ref returns a function.
    if (!leave.some(Boolean)) return
    return () => given.forEach((ref, index) => (leave[index] ?? (() => attach(ref, null)))())
  }
}

function attach(ref: NonNullable<AnyRef>, element: HTMLElement | null): ReturnType<RefCallback<HTMLElement>> {
  if (typeof ref === 'function') return ref(element)
  ref.current = element
}

/** An element's own ref. React 19 keeps it in the props, React 18 on the element. */
export function refOf(element: ReactElement<Props>): AnyRef {
  const { ref } = (version.startsWith('18.') ? element : element.props) as { ref?: AnyRef }
  return ref ?? null
}
