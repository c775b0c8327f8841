import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caretIn, formatTyped, signsOf } from '../../src/phone/formatTyped.js'
import { retype, type TypedEdit } from '../../src/phone/retype.js'
import { readTypedText } from '../../src/phone/typedText.js'
import { exampleNumbers } from './exampleNumbers.js'

const examples = exampleNumbers()

/** A text with `|` where the caret is. */
function field(marked: string) {
  const start = marked.indexOf('|')
  return { text: marked.replace('|', ''), start, end: start }
}

function format(marked: string, country: string): string {
  const { text, start } = formatTyped(field(marked), country)
  return `${text.slice(0, start)}|${text.slice(start)}`
}

describe('a number that is typed', () => {
  it.each([
    ['GB', '07400 1|', '07400 1|'],
    ['GB', '074001|', '07400 1|'],
    ['US', '987|', '(987)|'],
    ['US', '(987)6|', '(987) 6|'],
    ['DE', '0152288|', '01522 88|'],
    ['DE', '+447400123456|', '+44 7400 123456|'],
    ['GB', '0033612|', '00 33 6 12|'],
    // As many digits as there are with all that is dialled before a number
    ['BR', '001549152288173861|', '0015 49 1522 88 173861|'],
    ['', '+33612|', '+33 6 12|'],
  ])('is shown in %s as it is dialled there, or behind its plus: %s', (country, typed, shown) => {
    expect(format(typed, country)).toBe(shown)
  })

  it.each(['(2092) |555-0123', '(20|) 555-0123', '|(202) 555-0123', '(202)5|'])(
    'keeps the caret behind the digit it stood behind: %s',
    (typed) => {
      const before = field(typed)
      const { text, start } = formatTyped(before, 'US')
      expect(signsOf(text.slice(0, start))).toEqual(signsOf(before.text.slice(0, before.start)))
    },
  )

  it.each([
    ['with letters', '07400 call me|'],
    ['with an extension', '020 7946 0958 x12|'],
    ['with a zero in brackets', '+44 (0)7400123|'],
    ['with a bracket that is just opened', '+44 (|'],
    ['with two pluses', '+44 +447400|'],
    ['with a slash', '07400123456/07400123457|'],
    ['of two', '07400123456 07400123457|'],
    ['without digits', '( |'],
  ])('is left alone %s', (_, typed) => {
    expect(format(typed, 'GB')).toBe(typed)
  })

  it('keeps what is behind the caret behind it, where the number is shown with its calling code', () => {
    expect(caretIn('+44 7400 123456', field('07400 12|3456'))).toBe('+44 7400 12'.length)
  })

  it('is left alone where no country is selected and there is no plus', () => {
    expect(format('07400 1234|', '')).toBe('07400 1234|')
  })

  it('keeps the digits of its script, and its own kind of plus', () => {
    expect(format('۰۹۱۲۳۴۵۶۷۸۹|', 'IR')).toBe('۰۹۱۲ ۳۴۵ ۶۷۸۹|')
    expect(format('＋４４７４００１２３４５６|', 'GB')).toBe('＋４４ ７４００ １２３４５６|')
  })

  it('keeps its digits at every prefix of every example number, and means the same', () => {
    const lost = examples.flatMap(({ country, phoneNumber, national, nsn }) =>
      [phoneNumber, national, nsn, phoneNumber.slice(1), `00${phoneNumber.slice(1)}`]
        .flatMap((text) => Array.from(text, (_, at) => text.slice(0, at + 1)))
        .filter((typed) => meaning(formatTyped(atEnd(typed), country).text) !== meaning(typed))
        .map((typed) => [country, typed]),
    )
    expect(lost).toEqual([])
  }, 60_000)
})

it('leaves a number as it was pasted that no format fits', () => {
  const pasted = edit('07400 123 456 789 0', 'GB')
  const shown = retype({ ...pasted, before: '07400 123456', by: 'filling' })
  expect(shown.text).toBe('07400 123 456 789 0')
})

describe('Backspace and Delete', () => {
  it.each([
    ['(202) |555-0123', 'backward', '20|5-550-123'],
    ['(202|) 555-0123', 'forward', '(202|) 550-123'],
    ['(202)|', 'backward', '20|'],
    ['+|44 7400', 'forward', '+|47 400'],
  ] as const)('erase the digit next to what is none: %s, %s', (before, erases, after) => {
    const { text, start } = field(before)
    const at = erases === 'backward' ? start - 1 : start
    const left = text.slice(0, at) + text.slice(at + 1)
    const shown = retype({ ...edit(left, 'US'), start: at, end: at, before: text, by: 'erasing', erases })
    expect(signsOf(shown.text)).toEqual(signsOf(after.replace('|', '')))
    expect(signsOf(shown.text.slice(0, shown.start))).toEqual(signsOf(after.split('|')[0] ?? ''))
  })
})

it('is edited anywhere, key by key, like the bare digits, in every region', () => {
  const countries = fc.constantFrom(...new Set(examples.map(({ country }) => country)))
  const keys = fc.array(
    fc.oneof(
      fc.record({ type: fc.constantFrom('backward', 'forward'), at: fc.nat(20) }),
      fc.record({ type: fc.constantFrom('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'), at: fc.nat(20) }),
    ),
    { maxLength: 24 },
  )
  fc.assert(
    fc.property(countries, fc.boolean(), keys, (country, plus, strokes) => {
      let shown = atEnd(plus ? '+' : '')
      let digits = plus ? '+' : ''
      for (const { type, at } of strokes) {
        const caret = Math.min(at, shown.text.length)
        const count = signsOf(shown.text.slice(0, caret)).length
        if (plus && count === 0) continue
        const [left, next] = press(shown.text, caret, type)
        const isErased = left !== shown.text
        const erases = type === 'backward' || type === 'forward' ? type : null
        const by = erases === null ? 'key' : 'erasing'
        shown = retype({ ...edit(left, country), start: next, end: next, before: shown.text, by, erases })
        digits = isErased || erases === null ? press(digits, count, type)[0] : digits
        if (signsOf(shown.text).join('') !== digits) return false
      }
      return true
    }),
    { numRuns: 500, seed: 1 },
  )
})

function meaning(text: string): string {
  return JSON.stringify([signsOf(text), readTypedText(text)])
}

/** What a key makes of a text, and where it leaves the caret. */
function press(text: string, at: number, key: string): [text: string, caret: number] {
  if (key === 'backward') return [text.slice(0, Math.max(at - 1, 0)) + text.slice(at), Math.max(at - 1, 0)]
  if (key === 'forward') return [text.slice(0, at) + text.slice(at + 1), at]
  return [text.slice(0, at) + key + text.slice(at), at + 1]
}

function atEnd(text: string) {
  return { text, start: text.length, end: text.length }
}

function edit(text: string, country: string): TypedEdit {
  const kind = { before: '', by: 'key', erases: null, isFixed: false } as const
  return { ...atEnd(text), ...kind, country, home: country }
}
