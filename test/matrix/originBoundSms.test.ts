import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatOriginBoundSms, parseOriginBoundSms } from '../../src/matrix/originBoundSms.js'

it('writes the text, an empty line and the line that binds the code', () => {
  const sms = formatOriginBoundSms({ text: '747723 is your code.', host: 'app.example.org', code: '747723' })
  expect(sms).toBe('747723 is your code.\n\n@app.example.org #747723')
})

it('names the frame behind the code', () => {
  const sms = formatOriginBoundSms({ text: '', host: 'a.org', code: 'x', embeddedHost: 'b.org' })
  expect(sms).toBe('@a.org #x @b.org')
})

it.each([
  ['something @example.com #747723'],
  ['#747723 @ecommerce.example @example.com'],
  ['@example.com code #747723'],
  ['@example.com  #747723'],
  ['@example.com #747723\nYour code'],
  ['@ #747723'],
  ['@example.com #'],
  [''],
])('%j is no origin-bound message', (message) => {
  expect(parseOriginBoundSms(message)).toBeNull()
})

it.each([
  ['@example.com #747723', { text: '', host: 'example.com', code: '747723' }],
  [
    'Hi\r\n\r\n@example.com #747723 @shop.example',
    { text: 'Hi', host: 'example.com', code: '747723', embeddedHost: 'shop.example' },
  ],
  ['@example.com #747723 $future', { text: '', host: 'example.com', code: '747723' }],
  [
    '@example.com #747723 @shop.example $future',
    { text: '', host: 'example.com', code: '747723', embeddedHost: 'shop.example' },
  ],
])('%j is read by the grammar', (message, expected) => {
  expect(parseOriginBoundSms(message)).toEqual(expected)
})

it.each([
  'https://app.example.org',
  'app.example.org:8443',
  'app.example.org/x',
  'a b',
  '',
  '-a.org',
  'a..b',
])('refuses the host %j', (host) => {
  expect(() => formatOriginBoundSms({ text: '', host, code: '1' })).toThrow('host must be a host name')
})

it.each(['', '12 34', '12\n34'])('refuses the code %j', (code) => {
  expect(() => formatOriginBoundSms({ text: '', host: 'a.org', code })).toThrow('code must have')
})

it('reads back whatever it wrote', () => {
  const code = fc.stringMatching(/^[^\s]{1,20}$/)
  fc.assert(
    fc.property(code, fc.stringMatching(/^[ -~]{1,40}$/), (each, text) => {
      const sms = { text: text.trim(), host: 'app.example.org', code: each }
      expect(parseOriginBoundSms(formatOriginBoundSms(sms))).toEqual(sms)
    }),
  )
})
