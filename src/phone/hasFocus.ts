/**
 * Whether the focus is in an element. Asks the root node: for a focus inside a shadow root, `document.activeElement` is
 * the host of that root.
 */
export function hasFocus(element: HTMLElement): boolean {
  return element.contains((element.getRootNode() as Document | ShadowRoot).activeElement)
}
