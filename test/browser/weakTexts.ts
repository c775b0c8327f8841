import { backgroundOf, contrast, pageColour } from './colours.js'
import { shown } from './shown.js'

/** Every text, by itself, that stands out too little from what is behind it. */
export function weakTexts(): string[] {
  const walker = document.createTreeWalker(
    document.querySelector('.mpv-root') ?? document,
    NodeFilter.SHOW_TEXT,
  )
  const texts: [Element, string, string][] = []
  while (walker.nextNode() !== null) {
    const { parentElement, textContent } = walker.currentNode
    if (parentElement === null || parentElement.closest('option, .mpv-visually-hidden') !== null) continue
    texts.push([parentElement, getComputedStyle(parentElement).color, textContent ?? ''])
  }
  for (const field of shown('.mpv-root :is(input, select)')) {
    // Behind a code in boxes are the boxes.
    const behind = field.closest('.mpv-code-line')?.querySelector('.mpv-code-box') ?? field
    texts.push([behind, getComputedStyle(field).color, field.outerHTML])
    // Neither a select nor the code has a placeholder.
    if (field.matches('select, .mpv-code-input')) continue
    texts.push([behind, getComputedStyle(field, '::placeholder').color, `${field.outerHTML} (placeholder)`])
  }
  return texts
    .filter(([element, colour]) => contrast(colour, backgroundOf(element), pageColour()) < 4.5)
    .map(([, , text]) => text)
}
