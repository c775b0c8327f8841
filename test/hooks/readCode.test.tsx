import { describe, expect, it } from 'vitest'
import { readCode, readTypedCode } from '../../src/hooks/readCode.js'

/** What stands around a code of six digits. Each is read with its length known and without. */
const AROUND = [
  '605992',
  ' 605992\n',
  '605992.',
  '605992,',
  '605992!',
  '"605992"',
  '“605992”',
  '«605992»',
  "'605992'",
  '(605992)',
  '[605992]',
  '<605992>',
  '*605992*',
  '**605992**',
  '`605992`',
  '#605992',
  'Code: 605992',
  'code=605992',
  'Code:605992.',
  'Your code is 605992',
  'Your code is: **605992**',
  '605992 is your code',
  '605992 is your code. Don’t share it.',
  '605 992',
  '605\u00a0992',
  '605  992',
  '605-992',
  '605 - 992',
  '605–992',
  '605.992',
  '605·992',
  '605_992',
  '605,992',
  '605/992',
  '605:992',
  "605'992",
  '605’992',
  '605•992',
  '605|992',
  '605~992',
  '605. 992',
  '605   992',
  '6, 0, 5, 9, 9, 2',
  '6-0-5-9-9-2',
  '60 59 92',
  '6 0 5 9 9 2',
  'Your code is 605 992.',
  'Your code is 605-992, it expires soon.',
  'G-605992',
  'G-605992 is your Google verification code.',
  '605992 is your code.\n\n@app.example.org #605992',
  '605992 is your code.@app.example.org #605992',
  '605992 is your code. @app.example.org #605992',
  'Your code is\n605992\n\n@app.example.org #605992 @frame.example.org',
  'Your code is 605992. It expires in 10 minutes.',
  'Your code is 605 992. 10 minutes are left.',
  'Your code is 605/992, 10 min',
  '605992 10 min',
  'Code 605992, sent at 12:30',
  '[12:30] 605992',
  'Code: 605992 28.11.2026',
  '28/11/26 605992',
  '2026-11-28 12:30:15 605992',
  '605992 ist dein Code. Er gilt 5 Minuten.',
  'Your code is 605992. Questions? +44 7700 900123',
  'Your code is 605992. Help: https://example.org/help/123456',
  '605992 605992',
  '您的验证码是605992，请勿泄露。',
  '인증번호는 605992입니다',
  'コードは605992です',
  'Ваш код: 605992',
  'رمزك هو ٦٠٥٩٩٢',
  '６０５９９２',
  '\u202a605992\u202c',
  '605\u200b992',
]

describe.each([6, undefined])('with a length of %s', (codeLength) => {
  it.each(AROUND)('finds the code in %j', (text) => {
    expect(readCode(text, { codeLength })).toBe('605992')
  })

  it.each(
    [
      '',
      ' - ',
      'hello',
      'hello there',
      '605992 or 123456',
      '605992 123456',
      '605 992 or 123 456',
      'Use 605992 and not 123456.',
      'Your code is 605 992 10 min',
      'https://sms.example.org/verify?code=605992',
    ].filter((text) => codeLength !== undefined || text !== 'hello'),
  )('finds none in %j', (text) => {
    expect(readCode(text, { codeLength })).toBeNull()
  })
})

it.each([
  ['605992605992', 6],
  ['6059921', 6],
  ['60599', 6],
  ['605 992 1', 6],
  ['Please type the secret', 6],
  ['1234', 6],
  ['tokenOfAnotherLength', 6],
])('finds no code in %j if codes have %i characters', (text, codeLength) => {
  expect(readCode(text, { codeLength })).toBeNull()
})

it.each([
  ['Order 12345, code 605992', 6, '605992'],
  ['1234 is your code until 10:30', 4, '1234'],
  ['GG-605992', 6, '605992'],
  ['abcdef', 6, 'abcdef'],
  ['(abcdef)', 6, 'abcdef'],
  ['aB3xY9', 6, 'aB3xY9'],
  ['“aB3xY9”', 6, 'aB3xY9'],
  ['Your code is aB3xY9.', 6, 'aB3xY9'],
  ['aB3xY9 is your code\n\n@app.example.org #aB3xY9', 6, 'aB3xY9'],
  ['aB3-xY9', 7, 'aB3-xY9'],
  ['007', 3, '007'],
  ['12.30', 4, '1230'],
])('finds in %j with %i characters: %s', (text, codeLength, code) => {
  expect(readCode(text, { codeLength })).toBe(code)
})

it.each([
  ['007', '007'],
  ['12-34', '1234'],
  ['Your code is 007', '007'],
  ['aB3-xY9', 'aB3-xY9'],
  ['AB12cd', 'AB12cd'],
  ['aB-12', 'aB-12'],
  ['GG-123456', 'GG-123456'],
  ['tokenWith-Hyphens_and.dots', 'tokenWith-Hyphens_and.dots'],
  ['Your code:\n\n@app.example.org #aB3xY9', 'aB3xY9'],
  ['aB3dE9.', 'aB3dE9'],
  ['aB3dE9,', 'aB3dE9'],
  ['"aB3dE9"', 'aB3dE9'],
  ['“aB3dE9”.', 'aB3dE9'],
  ['(aB3dE9)', 'aB3dE9'],
  ['**aB3dE9**', 'aB3dE9'],
  ['`aB3-dE9`', 'aB3-dE9'],
  ['G-123456.', '123456'],
  ['12-345-6', '123456'],
])('finds in %j without a length: %s', (text, code) => {
  expect(readCode(text)).toBe(code)
})

it.each([
  'Your code is 6059 10 min',
  'Ref AB123456',
  'a b',
  'hello there',
  '12 345678',
  'aB3xY9 is your code',
])('finds no code in %j without a length', (text) => {
  expect(readCode(text)).toBeNull()
})

describe('a verification link', () => {
  const link =
    'https://sms.example.org/_matrix/submit_token?token=aB-64_chars&client_secret=s3cret&sid=our.sid'

  it.each([
    link,
    `Follow ${link} to verify your number.`,
    `Follow ${link}.`,
    `<${link}>`,
    link.toUpperCase().replace(/\?.*/, '') + '?sid=our.sid&token=aB-64_chars#end',
    `Code 605992, or follow ${link}`,
  ])('of this session gives its token: %s', (text) => {
    expect(readCode(text, { sid: 'our.sid', codeLength: 6 })).toBe('aB-64_chars')
    expect(readCode(text, { sid: 'our.sid' })).toBe('aB-64_chars')
  })

  const tokenLast = 'https://sms.example.org/submit?sid=our.sid&token=abcDEF_9'

  it.each([
    tokenLast,
    `<${tokenLast}>`,
    `"${tokenLast}"`,
    `'${tokenLast}'`,
    `“${tokenLast}”`,
    `(${tokenLast})`,
    `[link](${tokenLast})`,
    `<a href="${tokenLast}">Verify</a>`,
    `**${tokenLast}**`,
    `${tokenLast}.`,
    `Open ${tokenLast}, please.`,
    `Open (${tokenLast}).`,
    `${tokenLast}，请勿泄露`,
  ])('ends before the sign after it: %s', (text) => {
    expect(readCode(text, { sid: 'our.sid', codeLength: 6 })).toBe('abcDEF_9')
    expect(readCode(text, { sid: 'our.sid' })).toBe('abcDEF_9')
  })

  it.each([{ sid: 'another' }, { sid: null }, {}, { sid: 'our.sid.' }])(
    'of another session does not (%j)',
    (known) => {
      expect(readCode(link, known)).toBeNull()
    },
  )

  it.each(['https://sms.example.org/?sid=our.sid', 'https://sms.example.org/?sid=our.sid&token='])(
    'needs a token: %s',
    (text) => {
      expect(readCode(text, { sid: 'our.sid' })).toBeNull()
    },
  )
})

it.each([
  ['605992', '605992'],
  ['12 345678', '12345678'],
  ['605992.', '605992'],
  ['“605992”', '605992'],
  ['605992 or 123456', '605992 or 123456'],
  ['ab cd', 'ab cd'],
  ['-', ''],
  ['', ''],
])('takes %j as %j when a person submits it', (text, code) => {
  expect(readTypedCode(text)).toBe(code)
})

describe('a text that is longer than any SMS', () => {
  const PIECES = ['1 a ', '1-', 'https://a!', '@a #b', '+4 4', 'a', '1234 ', '\u00a0', '١']

  it.each(PIECES)('is searched for no code: 200 kB of %j', (piece) => {
    const text = `605992 ${piece.repeat(200_000 / piece.length)}`
    expect(readCode(text)).toBeNull()
    expect(readCode(text, { codeLength: 6 })).toBeNull()
  })

  it('stays as it was typed', () => {
    const text = 'Your code is 605992. '.repeat(10_000)
    expect(readTypedCode(text)).toBe(text.trim())
  })

  it('begins at 1,601 characters', () => {
    const sms = 'Your code is 605992.'.padEnd(1600, ' Hello')
    expect(readCode(sms)).toBe('605992')
    expect(readCode(`${sms}!`)).toBeNull()
  })
})
