import { beforeEach, expect, it } from 'vitest'
import { cdp, userEvent } from 'vitest/browser'
import { loadPhoneEngine } from '../../src/phone/parsePhoneNumber.js'
import { country, fillIn, input, number, paste, show } from './app.js'

beforeEach(loadPhoneEngine)

/** Keys that come so many milliseconds apart, whether or not the page keeps up; with 0, all in one task. */
async function typeKeys(text: string, gap: number) {
  const keys = Array.from(text)
  if (gap === 0) {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- no other way to type within a task.
    for (const key of keys) document.execCommand('insertText', false, key)
    return
  }
  // The first command of a session is slow, and the ones behind it must not overtake it.
  await cdp().send('Page.enable')
  const press = (key: string) => cdp().send('Input.dispatchKeyEvent', { type: 'char', text: key })
  const pressed = keys.map(
    (key, index) => new Promise((resolve) => setTimeout(() => resolve(press(key)), index * gap)),
  )
  await Promise.all(pressed)
}

it.each([0, 5, 10])(
  'keeps every digit of keys that come %i ms apart, right from the first paint',
  async (gap) => {
    show()
    ;(await input(number)).focus()
    await typeKeys('+447400123456', gap)
    await expect.element(number).toHaveValue('+44 7400 123456')
    await userEvent.tab()
    await expect.element(number).toHaveValue('+44 7400 123456')
  },
)

it('keeps the caret where it is when a digit is put in or taken out in the middle', async () => {
  show()
  const field = await input(number)
  await userEvent.type(number, '07400 12456')
  field.setSelectionRange(8, 8)
  await userEvent.keyboard('3')
  expect([field.value, field.selectionStart]).toEqual(['07400 123456', 9])
  await userEvent.keyboard('{Backspace}{Backspace}')
  expect([field.value, field.selectionStart]).toEqual(['07400 1456', 7])
  await userEvent.keyboard('9')
  expect([field.value, field.selectionStart]).toEqual(['07400 19456', 8])
})

it('leaves no digits that were not typed when typing is undone and redone', async () => {
  show()
  const field = await input(number)
  await userEvent.type(number, '0740012')
  field.setSelectionRange(3, 3)
  await userEvent.keyboard('99')
  const typed = field.value
  expect(typed).toBe('07499 0012')
  await undo()
  expect(isMadeOf(field.value, typed)).toBe(true)
  await redo()
  expect(field.value).toBe(typed)
})

it('leads by undo from the number that was rewritten to what was typed, to nothing, and back', async () => {
  show()
  const field = await input(number)
  await userEvent.type(number, '0033612345678')
  await userEvent.tab()
  await expect.element(number).toHaveValue('+33 6 12 34 56 78')
  field.focus()
  const seen: string[] = []
  for (const step of [undo, undo, undo, redo, redo, redo]) {
    await step()
    seen.push(field.value)
  }
  const [typed, rewritten] = ['00 33 6 12 34 56 78', '+33 6 12 34 56 78']
  expect(seen).toEqual([typed, '', '', typed, rewritten, rewritten])
})

const undo = () => userEvent.keyboard('{Control>}z{/Control}')
const redo = () => userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}')

/** Whether what is left can come of taking keys away from what was typed. */
function isMadeOf(left: string, typed: string) {
  let from = 0
  return Array.from(left).every((digit) => {
    const at = typed.indexOf(digit, from)
    from = at + 1
    return at >= 0
  })
}

it('switches the country for a number that is pasted, and keeps the focus', async () => {
  show()
  const field = await input(number)
  await paste(field, '+33612345678')
  await expect.element(country).toHaveValue('FR')
  await expect.element(number).toHaveValue('+33 6 12 34 56 78')
  expect(document.activeElement).toBe(field)
})

it.each([
  ['a plain event', () => new Event('input', { bubbles: true })],
  ['a suggestion', () => new InputEvent('input', { bubbles: true, inputType: 'insertReplacementText' })],
])('switches the country for a number that is filled in by %s', async (_name, event) => {
  show()
  const field = await input(number)
  fillIn(field, '+33612345678', event())
  await expect.element(country).toHaveValue('FR')
  fillIn(field, '06 12 34 56 79', event())
  await expect.element(country).toHaveValue('FR')
  await expect.element(number).toHaveValue('06 12 34 56 79')
})
