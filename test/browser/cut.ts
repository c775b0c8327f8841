/** The texts in an element that do not fit into the room they have. */
export function cutIn(container: HTMLElement): string[] {
  const page = document.documentElement
  const elements = [...container.querySelectorAll<HTMLElement>('*')].filter(isSeen)
  return [
    ...(page.scrollWidth > page.clientWidth ? ['the page is wider than the screen'] : []),
    ...elements.filter(isTooWide).map(({ textContent, className }) => textContent || className),
    ...elements.filter(isTooLong).map((element) => lineOf(element)),
  ]
}

/** Names of countries are the browser's, and the boxes of a code hold no words. */
function isSeen(element: HTMLElement): boolean {
  return element.closest('.mpv-visually-hidden, .mpv-country-list, .mpv-code, svg, option') === null
}

/** Something in it reaches over its edge. Only boxes have one. */
function isTooWide(element: HTMLElement): boolean {
  const { scrollWidth, clientWidth } = element
  return getComputedStyle(element).display !== 'inline' && scrollWidth > clientWidth + 1
}

/** A field has one line, which the browser cuts without saying so. */
function isTooLong(element: HTMLElement): boolean {
  const line = lineOf(element)
  if (line === '') return false
  const { font, paddingLeft, paddingRight } = getComputedStyle(element)
  const context = document.createElement('canvas').getContext('2d')
  if (context === null) throw new Error('This browser draws no text.')
  context.font = font
  const room = element.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight)
  return context.measureText(line).width > room
}

/** What a field says in place of a value. */
function lineOf(element: HTMLElement): string {
  if (element instanceof HTMLInputElement) return element.placeholder
  const isEmpty = element instanceof HTMLSelectElement && element.value === ''
  return isEmpty ? (element.selectedOptions[0]?.textContent ?? '') : ''
}
