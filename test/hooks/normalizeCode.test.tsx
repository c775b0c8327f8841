import { expect, it } from 'vitest'
import { normalizeCode } from '../../src/hooks/normalizeCode.js'

it.each([
  ['123456', '123456'],
  ['007', '007'],
  [' 123456\n', '123456'],
  ['123 456', '123456'],
  ['12-34-56', '123456'],
  ['123\u00a0456', '123456'],
  ['123\u2011456', '123456'],
  ['123–456', '123456'],
  ['G-123456', '123456'],
  ['G\u2011123 456', '123456'],
  ['g-000001', '000001'],
  ['٠١٢٣٤٥', '012345'],
  ['۰۱۲۳۴۵', '012345'],
  ['०१२३४५', '012345'],
  ['০১২', '012'],
  ['０１２-３４５', '012345'],
  ['𝟎𝟗𝟘𝟡𝟢𝟫𝟬𝟵𝟶𝟿', '0909090909'],
  ['𝟏𝟚𝟥𝟰𝟻', '12345'],
  ['\u200b12\u200d34\u200e56\ufeff', '123456'],
  ['12\u00ad3', '123'],
  ['605.992', '605992'],
  ['605·992', '605992'],
  ['605_992', '605992'],
  ['605,992', '605992'],
  ['605992.', '605992'],
  ['605/992', '605992'],
  ['605:992', '605992'],
  ["605'992", '605992'],
  ['605’992', '605992'],
  ['605•992', '605992'],
  ['605|992', '605992'],
  ['6, 0, 5, 9, 9, 2', '605992'],
])('reads %j as %s', (typed, code) => {
  expect(normalizeCode(typed)).toBe(code)
})

it.each([
  'aB-12',
  'AB12cd',
  'Ab-Cd-Ef',
  'a b',
  'a  b',
  'x1',
  '1x-2',
  'GG-123456',
  'a12.34',
  '(1234)',
  'ßẞ',
  'tokenWith-Hyphens_and.dots',
])('leaves %j as it is', (typed) => {
  expect(normalizeCode(typed)).toBe(typed)
})

it('takes what has no width out of a code of letters without a trace', () => {
  expect(normalizeCode(' aB\u200bcD\u2060 ')).toBe('aBcD')
})

it.each(['', ' ', '-', ' - - ', '\u200b\ufeff'])('finds no code in %j', (typed) => {
  expect(normalizeCode(typed)).toBe('')
})

it('reads the digits of every script that this platform writes', () => {
  const systems = Intl.supportedValuesOf('numberingSystem').filter((system) => {
    const digits = new Intl.NumberFormat('en', { numberingSystem: system, useGrouping: false }).format(
      1234567890,
    )
    return /^\p{Nd}{10}$/u.test(digits)
  })
  expect(systems.length).toBeGreaterThan(40)
  for (const numberingSystem of systems) {
    const digits = new Intl.NumberFormat('en', { numberingSystem, useGrouping: false }).format(1234567890)
    expect([numberingSystem, normalizeCode(digits)]).toEqual([numberingSystem, '1234567890'])
  }
})
