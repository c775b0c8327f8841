import { shown } from './shown.js'
import { weakTexts } from './weakTexts.js'

const FIELDS = '.mpv-root :is(input, select)'
const BUTTONS = '.mpv-root button'
/** As wide as the cross of the button that closes, pixels. */
const SIGN = 24

/** The smallest that a sign beside words of the form can be read at, pixels across. */
const SMALLEST_MARK = 14
const SMALLEST_ARROW = 10

/** What is wrong with how the form looks now. */
export function faultsOfLook(): string[] {
  const fields = shown(FIELDS).filter((field) => field.closest('.mpv-code-line') === null)
  const buttons = shown(BUTTONS)
  return [
    ...weakTexts().map((text) => `weak: ${text}`),
    ...[...fields, ...buttons].filter((one) => roomIn(one) < 6).map((one) => `room: ${nameOf(one)}`),
    ...[...shown(FIELDS), ...buttons]
      .filter((one) => one.offsetHeight < 44)
      .map((one) => `low: ${nameOf(one)}`),
    ...shown(FIELDS)
      .filter((field) => parseFloat(getComputedStyle(field).fontSize) < 16)
      .map((field) => `small: ${nameOf(field)}`),
    ...[...document.querySelectorAll('.mpv-root :is(.mpv-mark, .mpv-flag)')]
      .filter((sign) => isBelow(sign.getBoundingClientRect().width, SMALLEST_MARK))
      .map((sign) => `tiny: ${sign.outerHTML}`),
    ...shown('.mpv-root .mpv-select, .mpv-root .mpv-country-face')
      .filter((picker) => parseFloat(getComputedStyle(picker).backgroundSize) < SMALLEST_ARROW)
      .map(() => 'tiny: the arrow of the country'),
    ...shown('.mpv-root label:not(.mpv-visually-hidden)').flatMap(misplaced),
  ]
}

/** Whether something that is shown is smaller than that, pixels. */
function isBelow(size: number, least: number): boolean {
  return size > 0 && size < least
}

/** The least distance of the words from an edge, pixels. A link has none at its ends, and a sign stands in a square. */
function roomIn(element: HTMLElement): number {
  if (element.matches('.mpv-country-close')) return (element.offsetWidth - SIGN) / 2
  const style = getComputedStyle(element)
  const sides = [style.paddingTop, style.paddingBottom]
  if (!element.matches('.mpv-link-button')) sides.push(style.paddingLeft, style.paddingRight)
  return Math.min(...sides.map(parseFloat))
}

/** A label stands above its field, and its words begin where the field does. */
function misplaced(label: HTMLElement): string[] {
  const field = (label as HTMLLabelElement).control
  if (field === null) return [`no field: ${label.textContent}`]
  const box = (field.closest('.mpv-row, .mpv-code-line') ?? field).getBoundingClientRect()
  const words = document.createRange()
  words.selectNodeContents(label)
  const { left, bottom } = words.getBoundingClientRect()
  return [
    ...(bottom > box.top + 1 ? [`above: ${label.textContent}`] : []),
    ...(Math.abs(left - box.left) > 1 ? [`beginning: ${label.textContent}`] : []),
  ]
}

function nameOf(element: HTMLElement): string {
  return element.matches('input, select') ? element.className : element.textContent
}
