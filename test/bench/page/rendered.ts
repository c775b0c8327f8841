/** As much of React's tree as its developer tools read, in every build of it. */
interface Fiber {
  flags: number
  /** The component, or the name of an element. */
  type: unknown
  memoizedProps: unknown
  alternate: Fiber | null
  child: Fiber | null
  sibling: Fiber | null
}

interface DeveloperTools {
  supportsFiber: true
  inject: () => number
  onCommitFiberRoot: (renderer: number, root: { current: Fiber }) => void
  onCommitFiberUnmount: () => void
}

declare global {
  interface Window {
    __REACT_DEVTOOLS_GLOBAL_HOOK__?: DeveloperTools
  }
}

const PERFORMED_WORK = 1

/** What React went through again, one for each time. */
export interface Rendered {
  /** Names of components. */
  components: string[]
  /** How many elements of the page were compared with what they were before. */
  elements: number
}

let rendered: Rendered = { components: [], elements: 0 }

/** Takes the place of React's developer tools, for which React looks once, when it is loaded. */
if (import.meta.env.MODE === 'profiling') {
  window.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
    supportsFiber: true,
    inject: () => 1,
    onCommitFiberRoot: (_, { current }) => collect(current),
    onCommitFiberUnmount: () => undefined,
  }
}

/** What rendered since this was asked last. */
export function takeRendered(): Rendered {
  const taken = rendered
  rendered = { components: [], elements: 0 }
  return taken
}

/** What rendered has the flag for it; below what React passed by there are the same children as before. */
function collect({ type, flags, memoizedProps, alternate, child }: Fiber): void {
  const component = componentName(type)
  if (component !== null && (flags & PERFORMED_WORK) !== 0) rendered.components.push(component)
  if (typeof type === 'string' && alternate?.memoizedProps !== memoizedProps) rendered.elements += 1
  if (alternate?.child === child) return
  for (let next = child; next !== null; next = next.sibling) collect(next)
}

/** A component is a function, or an object around one that passes a ref on; `null` for anything else. */
function componentName(type: unknown): string | null {
  if (typeof type === 'function') return type.name
  const isWrapped = typeof type === 'object' && type !== null && 'render' in type
  return isWrapped ? String(Reflect.get(type, 'displayName')) : null
}
