import { beforeEach, describe, expect, it } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import { loadPhoneEngine } from '../../src/phone/parsePhoneNumber.js'
import { country, fillIn, input, number, paste, show } from './app.js'

beforeEach(loadPhoneEngine)

const { keyboard } = userEvent

/** The field's text with `|` for the caret. */
function shown(field: HTMLInputElement): string {
  const { value, selectionStart, selectionEnd } = field
  expect(selectionEnd).toBe(selectionStart)
  return `${value.slice(0, selectionStart ?? 0)}|${value.slice(selectionStart ?? 0)}`
}

/** A field in the United States that has the focus, with keys typed into it. */
async function typed(keys: string, props: Parameters<typeof show>[0] = {}) {
  show({ defaultCountry: 'US', ...props })
  const field = await input(number)
  field.focus()
  if (keys !== '') await keyboard(keys)
  return field
}

describe('a number is formatted while it is typed', () => {
  it('as it is dialled in the selected country, key by key', async () => {
    const field = await typed('')
    const seen: string[] = []
    for (const key of '2025550123') {
      await keyboard(key)
      seen.push(field.value)
    }
    expect(seen.slice(2, 8)).toEqual([
      '(202)',
      '(202) 5',
      '(202) 55',
      '(202) 555',
      '(202) 555-0',
      '(202) 555-01',
    ])
    expect(shown(field)).toBe('(202) 555-0123|')
  })

  it('behind its plus, while its country is selected and the focus stays', async () => {
    const field = await typed('+33612')
    expect(shown(field)).toBe('+33 6 12|')
    await expect.element(country).toHaveValue('FR')
    expect(document.activeElement).toBe(field)
  })

  it('with the caret behind the digit it stood behind, for keys in the middle', async () => {
    const field = await typed('2025550123{ArrowLeft>8}')
    expect(shown(field)).toBe('(202) |555-0123')
    await keyboard('{Backspace}')
    expect(shown(field)).toBe('(20|5) 550-123')
    await keyboard('4')
    expect(shown(field)).toBe('(204|) 555-0123')
    await keyboard('{Delete}')
    expect(shown(field)).toBe('(204|) 550-123')
    await keyboard('{Home}{Delete}9')
    expect(field.value.replace(/\D/g, '')).toBe('904550123')
  })

  it('when a selection is replaced', async () => {
    const field = await typed('2025550123{Home}{Shift>}{ArrowRight>5}{/Shift}')
    await keyboard('7')
    expect(field.value).toBe('(755) 501-23')
    expect(shown(field)).toBe('(7|55) 501-23')
  })

  it('and so is what is pasted into the middle of it', async () => {
    const field = await typed('202123{ArrowLeft>3}')
    await paste(field, '5550')
    expect(field.value).toBe('(202) 555-0123')
  })

  it('and what is dropped', async () => {
    const field = await typed('')
    fillIn(field, '2025550123', new InputEvent('input', { bubbles: true, inputType: 'insertFromDrop' }))
    await expect.element(number).toHaveValue('(202) 555-0123')
  })

  it.each(['0800 FLOWERS', '202 555 0123 x12', '+44 (0)7400 123456'])('unless it is %s', async (text) => {
    const field = await typed('', { defaultCountry: 'GB' })
    await keyboard(text)
    expect(field.value.replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
    expect(field.value).toContain(text.slice(-7))
  })

  it('unless the app does not want it: then it stays as it is typed until it is left', async () => {
    const field = await typed('+33612345678', { formatAsYouType: false })
    expect(field.value).toBe('+33612345678')
    await expect.element(country).toHaveValue('US')
    await userEvent.tab()
    await expect.element(number).toHaveValue('+33 6 12 34 56 78')
    await expect.element(country).toHaveValue('FR')
  })
})

describe('undo and redo', () => {
  const undo = () => keyboard('{Control>}z{/Control}')
  const redo = () => keyboard('{Control>}{Shift>}z{/Shift}{/Control}')

  it('lead through what was typed, to the empty field, and back', async () => {
    const field = await typed('2025550123{ArrowLeft>4}{Backspace}{Backspace}9')
    const last = field.value
    const seen: string[] = []
    while (field.value !== '' && seen.length < 9) {
      await undo()
      seen.push(field.value)
    }
    expect(seen).toEqual(['(202) 501-23', '(202) 555-0123', ''])
    while (field.value !== last && seen.length < 9) {
      await redo()
      seen.push(field.value)
    }
    expect(field.value).toBe(last)
  })

  it('bring the country back that the number took away', async () => {
    const field = await typed('011336')
    await keyboard('12345678')
    await userEvent.tab()
    await expect.element(number).toHaveValue('+33 6 12 34 56 78')
    field.focus()
    await undo()
    expect(field.value).toBe('011 33 6 12 34 56 78')
    await expect.element(country).toHaveValue('US')
  })
})

describe('formatting stops until the field is left', () => {
  it('when a keyboard composes the text', async () => {
    const field = await typed('')
    await cdp().send('Input.imeSetComposition', { text: '2025', selectionStart: 4, selectionEnd: 4 })
    expect(field.value).toBe('2025')
    await cdp().send('Input.insertText', { text: '2025' })
    await keyboard('550123')
    expect(field.value).toBe('2025550123')
    await userEvent.tab()
    await expect.element(number).toHaveValue('(202) 555-0123')
  })

  it('when a key says that an input method has it', async () => {
    const field = await typed('98')
    const press = (key: string) => {
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Unidentified', keyCode: 229, bubbles: true }))
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- no other way to type without a key.
      document.execCommand('insertText', false, key)
    }
    for (const key of '7654321') press(key)
    expect(field.value).toBe('987654321')
  })

  it('when the caret is found elsewhere than it was put, though nobody moved it', async () => {
    const field = await typed('9876')
    expect(shown(field)).toBe('(987) 6|')
    field.setSelectionRange(4, 4)
    await keyboard('5')
    expect(shown(field)).toBe('(9875|) 6')
    await keyboard('4')
    expect(shown(field)).toBe('(98754|) 6')
    await userEvent.tab()
    field.focus()
    await keyboard('{End}3210')
    expect(field.value).toBe('(987) 546-3210')
  })

  it('when several characters come as one, as from dictation', async () => {
    const field = await typed('')
    await cdp().send('Input.insertText', { text: '202555' })
    await cdp().send('Input.insertText', { text: '0123' })
    expect(field.value).toBe('2025550123')
  })
})

it('tells once which country was selected, when the typing pauses', async () => {
  await typed('+3361')
  const told = page.getByText(/Country changed/)
  expect(told.query()).toBeNull()
  await expect.element(told).toHaveTextContent('Country changed: France.')
})
