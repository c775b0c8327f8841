import { beforeAll, describe, expect, it } from 'vitest'
import { formatMessage } from '../../src/messages/format.js'
import { listCountries } from '../../src/phone/countries.js'
import { loadPhoneEngine } from '../../src/phone/parsePhoneNumber.js'
import { retype, type TypedEdit } from '../../src/phone/retype.js'
import { indexCountries, searchCountries } from '../../src/phone/searchCountries.js'

/** 200 kB of what an expression that looks twice is slow with. */
const TEXTS = ['1', '(', ' ', '\n', '( ', '1(', 'a', '1 ', '\u00a0', '١', '+', '.'].map((piece) =>
  piece.repeat(200_000 / piece.length),
)
/** What makes an expression look for another way through all of that. */
const ENDS = ['', ' ', '\n', '(', 'x', '1', 'x1', '1x', '(x1', ' x 1', '\nx1', '+x1']

/** What ends a test that would go on for minutes, as work does that grows faster than its text. Milliseconds. */
const PATIENCE = { timeout: 30_000 }

beforeAll(async () => {
  await loadPhoneEngine()
})

describe('200 kB', () => {
  it.each(TEXTS)('stay as they are while they are typed', PATIENCE, (text) => {
    for (const end of ENDS)
      for (const by of ['key', 'filling', 'erasing'] as const) {
        const edit: TypedEdit = {
          text: text + end,
          start: text.length + end.length,
          end: text.length + end.length,
          before: text,
          by,
          erases: null,
          isFixed: false,
          country: 'GB',
          home: 'GB',
        }
        expect(retype(edit).text === edit.text).toBe(true)
      }
  })

  it.each(TEXTS)('name no country, or all of them where only signs are typed', (query) => {
    const countries = listCountries({ locale: 'en' })
    const found = searchCountries(indexCountries(countries, 'en'), query)
    expect([0, countries.length]).toContain(found.length)
  })

  it.each(TEXTS)('are said within a message as they are', (name) => {
    const said = formatMessage('Sent to ({name}).', { name })
    expect(said.startsWith('Sent to (')).toBe(true)
    expect(said.length).toBeGreaterThan(100_000)
  })
})
