import { describe, expect, it } from 'vitest'
import { formatClock, formatDuration, formatMessage } from '../../src/messages/format.js'

describe('formatMessage', () => {
  it('fills every placeholder that it is given', () => {
    const message = '{number} ({country}), {number}: {count}'
    expect(formatMessage(message, { number: '+46', country: 'Schweden', count: 0 })).toBe(
      '+46 (Schweden), +46: 0',
    )
  })

  it('leaves a placeholder alone that nothing is given for, and all other text', () => {
    expect(formatMessage('{number} {time} {} { time }', { time: '0:27' })).toBe('{number} 0:27 {} { time }')
  })

  it('writes numbers in the digits of the language', () => {
    expect(formatMessage('{count}', { count: 240 }, 'fa')).toBe('۲۴۰')
    expect(formatMessage('{count}', { count: 1240 }, 'en')).toBe('1240')
  })

  it.each([
    ['({country})', 'Myanmar (Burma)', '(Myanmar – Burma)'],
    ['（{country}）', '刚果（金）', '（刚果 – 金）'],
    ['({country})', '홍콩(중국 특별행정구)', '(홍콩 – 중국 특별행정구)'],
    ['({country})', 'Congo (DRC)', '(Congo – DRC)'],
    [': {country}.', 'Myanmar (Burma)', ': Myanmar (Burma).'],
  ])('puts no brackets into brackets: %s with %s', (message, country, text) => {
    expect(formatMessage(message, { country })).toBe(text)
  })

  it('takes a value as it is', () => {
    expect(formatMessage('{country}!', { country: '$& $1 {number}' })).toBe('$& $1 {number}!')
  })
})

describe('formatClock', () => {
  it.each([
    [0, '0:00'],
    [9, '0:09'],
    [60, '1:00'],
    [605, '10:05'],
    [3599, '59:59'],
    [3600, '1:00:00'],
    [86_399, '23:59:59'],
  ])('%i seconds are %s', (seconds, clock) => {
    expect(formatClock(seconds, 'en')).toBe(clock)
  })

  it('is in the digits of the language', () => {
    expect(formatClock(3666, 'fa')).toBe('۱:۰۱:۰۶')
    expect(formatClock(26, 'fa')).toBe('۰:۲۶')
    expect(formatClock(26, 'hi')).toBe('0:26')
  })
})

describe('formatDuration', () => {
  it.each([
    ['en', 1, '1 second'],
    ['en', 27, '27 seconds'],
    ['en', 60, '60 seconds'],
    ['en', 61, '2 minutes'],
    ['en', 120, '2 minutes'],
    ['en', 121, '3 minutes'],
    ['en', 3540, '59 minutes'],
    ['en', 3541, '1 hour'],
    ['en', 5400, '1 hour, 30 minutes'],
    ['en', 86_400, '24 hours'],
    ['fa', 7200, '۲ ساعت'],
    ['ja', 5400, '1 時間 30 分'],
    ['de', 1, '1 Sekunde'],
    ['de', 27, '27 Sekunden'],
    ['ru', 1, '1 секунда'],
    ['ru', 2, '2 секунды'],
    ['ru', 21, '21 секунда'],
    ['ru', 25, '25 секунд'],
    ['pl', 22, '22 sekundy'],
    ['pl', 27, '27 sekund'],
    ['ar', 1, 'ثانية'],
    ['ar', 2, 'ثانيتان'],
    ['ar', 300, '5 دقائق'],
    ['ar', 27, '27 ثانية'],
    ['tr', 27, '27 saniye'],
    ['hi', 27, '27 सेकंड'],
    ['fa', 27, '۲۷ ثانیه'],
    ['ja', 300, '5 分'],
    ['ko', 27, '27초'],
  ])('in %s, %i seconds are %s', (locale, seconds, words) => {
    // Spaces and digits of their own are up to the runtime's data.
    const plain = formatDuration(seconds, locale)
      .replace(/\s/gu, ' ')
      .replace(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x660))
    expect(plain).toBe(words)
  })
})
