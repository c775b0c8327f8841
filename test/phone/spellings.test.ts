import { describe, expect, it } from 'vitest'
import { parse } from '../../src/phone/engine.js'
import { type Example, exampleNumbers, regions } from './exampleNumbers.js'

const numbers = exampleNumbers()

/** What is dialled before a calling code where that is not 00. */
const dialled: Record<string, string> = {
  ...{ AU: '0011', CC: '0011', CX: '0011', BY: '810', KZ: '810', RU: '810', TJ: '810', TM: '810', MH: '011' },
  ...{
    CU: '119',
    CV: '0',
    WS: '0',
    GY: '001',
    MN: '001',
    ID: '008',
    JP: '010',
    KE: '000',
    KH: '007',
    KR: '002',
  },
  ...{
    NG: '009',
    PW: '012',
    SG: '001',
    TH: '001',
    TW: '002',
    HK: '001',
    CO: '009',
    TZ: '000',
    UG: '000',
    BR: '0021',
  },
}
const prefixOf = (country: string, callingCode: string) =>
  dialled[country] ?? (callingCode === '1' ? '011' : '00')

/** Some numbers of the world, others for each region, so that all pairs of a region and a number take their turn. */
const someFor = (index: number, every: number) => numbers.filter((_, at) => at % every === index % every)

/** Null if the text is understood as the number or asked about, else what went wrong. */
function mistake(raw: string, country: string, { phoneNumber }: Example): string | null {
  const parsed = parse(raw, country)
  const where = `${raw} in ${country}`
  if (parsed.status === 'invalid') return `${where} is refused: ${parsed.reason}`
  const readings = parsed.status === 'ok' ? [parsed, ...(parsed.suggestions ?? [])] : parsed.candidates
  for (const reading of readings) {
    if (reading.display.replace(/[^+\d]/g, '') !== reading.phoneNumber)
      return `${where} shows ${reading.display}`
    if (!/^\+[1-9]\d{5,14}$/.test(reading.phoneNumber)) return `${where} is no E.164: ${reading.phoneNumber}`
    if (!regions.some((region) => region.country === reading.country))
      return `${where} is in ${reading.country}`
  }
  const isRight = readings.some((reading) => reading.phoneNumber === phoneNumber)
  return isRight
    ? null
    : `${where} is ${readings.map((reading) => reading.phoneNumber).join()}, not ${phoneNumber}`
}

const digitsOf = (text: string, zero: number) =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)))

describe(`${String(numbers.length)} mobile and fixed numbers of all regions`, { timeout: 30_000 }, () => {
  it('are there for every region', () => {
    const covered = new Set(numbers.filter((number) => number.isMobile).map((number) => number.country))
    expect(regions.filter(({ country }) => !covered.has(country))).toEqual([])
    expect(numbers.filter((number) => !number.isMobile).length).toBeGreaterThan(400)
  })

  const atHome: Record<string, (number: Example) => string> = {
    'written the way of its country': ({ national }) => national,
    'without what is dialled before it': ({ nsn }) => nsn,
    'with its calling code and no plus': ({ callingCode, nsn }) => callingCode + nsn,
    'in Arabic digits': ({ national }) => digitsOf(national, 0x660),
    'in Devanagari digits between bidi marks': ({ national }) => `\u202a${digitsOf(national, 0x966)}\u202c`,
  }
  it.each(Object.entries(atHome))('is understood in its country %s', (_, spell) => {
    expect(numbers.map((number) => mistake(spell(number), number.country, number)).filter(Boolean)).toEqual(
      [],
    )
  })

  const anywhere: Record<string, (number: Example) => string> = {
    'behind a plus': ({ phoneNumber }) => phoneNumber,
    'behind a fullwidth plus': ({ phoneNumber }) => digitsOf(phoneNumber, 0xff10).replace('+', '＋'),
    'with a zero in brackets': ({ callingCode, nsn }) => `+${callingCode} (0) ${nsn}`,
    'as a link': ({ callingCode, nsn }) => `tel:+${callingCode}-${nsn}`,
    'with unusual spaces': ({ callingCode, nsn }) =>
      `+${callingCode}\u00a0${nsn.slice(0, 3)}\u202f${nsn.slice(3)}`,
  }
  it.each(Object.entries(anywhere))('is understood wherever it is written %s', (_, spell) => {
    const mistakes = regions.flatMap(({ country }, index) =>
      someFor(index, 60).map((number) => mistake(spell(number), country, number)),
    )
    expect(mistakes.filter(Boolean)).toEqual([])
  })

  it('is understood behind what is dialled in each country before a calling code', () => {
    const mistakes = regions.flatMap(({ country, callingCode }, index) =>
      someFor(index, 50).map((number) =>
        mistake(prefixOf(country, callingCode) + number.callingCode + number.nsn, country, number),
      ),
    )
    expect(mistakes.filter(Boolean)).toEqual([])
  })

  it('is understood behind 00 in each country', () => {
    const mistakes = regions.flatMap(({ country }, index) =>
      someFor(index, 50).map((number) => mistake(`00${number.callingCode}${number.nsn}`, country, number)),
    )
    expect(mistakes.filter(Boolean)).toEqual([])
  })

  it.each(['US', 'DE', 'AU', 'RU', 'CU'])('is never asked about behind what is dialled in %s', (country) => {
    const prefix = prefixOf(country, country === 'US' ? '1' : '')
    const questions = numbers
      .map(({ callingCode, nsn }) => prefix + callingCode + nsn)
      .filter((raw) => parse(raw, country).status !== 'ok')
    expect(questions).toEqual([])
  })

  it('is asked about in another country when written with its calling code and no plus', () => {
    const mistakes = regions.flatMap(({ country, callingCode }, index) =>
      someFor(index, 40).map((number) => {
        const raw = number.callingCode + number.nsn
        if (isMobileOf(country, callingCode, raw) && (!number.isMobile || number.callingCode === '1'))
          return null
        return mistake(raw, country, number)
      }),
    )
    expect(mistakes.filter(Boolean)).toEqual([])
  })

  it('is never asked about when it is a mobile number as it is dialled in its country', () => {
    const questions = numbers
      // Italy's 390 688 4910 is also a landline behind +39.
      .filter((number) => number.isMobile && !number.national.startsWith(number.callingCode))
      .filter((number) => parse(number.national, number.country).status !== 'ok')
    expect(questions).toEqual([])
  })

  /** How people and machines write a number, also where it is wrong. */
  const anyhow: Record<string, (number: Example) => string> = {
    'the way of its country': ({ national }) => national,
    'without what is dialled before it': ({ nsn }) => nsn,
    'with a zero before it': ({ nsn }) => `0${nsn}`,
    'behind a plus': ({ phoneNumber }) => phoneNumber,
    'with its calling code': ({ callingCode, nsn }) => callingCode + nsn,
    'with its calling code and a zero': ({ callingCode, nsn }) => `+${callingCode} 0${nsn}`,
    'with its calling code twice': ({ callingCode, nsn }) => `+${callingCode}${callingCode}${nsn}`,
    'with its calling code twice, each behind a plus': ({ callingCode, nsn }) =>
      `+${callingCode} +${callingCode}${nsn}`,
    'with its calling code twice, each behind 00': ({ callingCode, nsn }) =>
      `00${callingCode}00${callingCode}${nsn}`,
    'with its calling code twice and nothing before it': ({ callingCode, nsn }) =>
      callingCode + callingCode + nsn,
    'behind another calling code': ({ phoneNumber }) => `+1 ${phoneNumber}`,
    'behind a label': ({ phoneNumber }) => `Mobile: ${phoneNumber}`,
    'as a link to a chat': ({ phoneNumber }) => `https://wa.me/${phoneNumber.slice(1)}`,
  }
  it.each(Object.entries(anyhow))(
    'are never another number without a question when written %s',
    (_, spell) => {
      const others = numbers
        .filter((number) => number.isMobile)
        .filter((number) => {
          const parsed = parse(spell(number), number.country)
          const isQuestion = parsed.status !== 'ok' || parsed.warning !== undefined
          return !isQuestion && parsed.phoneNumber !== number.phoneNumber
        })
      expect(others).toEqual([])
    },
  )

  /** How a number is written after 00 in its own country, and by those who mix it up. */
  const afterZeros: Record<string, (number: Example) => string> = {
    'after 00': ({ callingCode, nsn }) => `00${callingCode}${nsn}`,
    'after 00 with a zero too many': ({ callingCode, nsn }) => `00${callingCode}0${nsn}`,
    'after 00 with a zero in brackets': ({ callingCode, nsn }) => `00${callingCode}(0)${nsn}`,
    'after 00 with its calling code twice': ({ callingCode, nsn }) => `00${callingCode}${callingCode}${nsn}`,
  }
  it.each(Object.entries(afterZeros))(
    'are never another number without a question in any country when written %s',
    (_, spell) => {
      const mobile = numbers.filter(
        ({ isMobile }, at) => isMobile && numbers[at - 1]?.country !== numbers[at]?.country,
      )
      const others = regions.flatMap(({ country }, index) =>
        mobile
          .filter((_, at) => dialled[country]?.startsWith('00') === true || at % 60 === index % 60)
          .filter((number) => {
            const parsed = parse(spell(number), country)
            const isQuestion = parsed.status !== 'ok' || parsed.suggestions !== undefined
            return !isQuestion && parsed.phoneNumber !== number.phoneNumber
          })
          .map((number) => `${spell(number)} in ${country}`),
      )
      expect(others).toEqual([])
    },
  )

  const understoodOrOffered = [
    'with its calling code twice, each behind a plus',
    'behind another calling code',
    'behind a label',
    'as a link to a chat',
  ]
  it.each(understoodOrOffered)('are understood or offered anywhere when written %s', (name) => {
    const spell = anyhow[name] ?? (() => '')
    const mobile = numbers.filter((number) => number.isMobile)
    const mistakes = regions.flatMap(({ country }, index) =>
      mobile
        .filter((_, at) => at % 60 === index % 60)
        .map((number) => mistake(spell(number), country, number)),
    )
    expect(mistakes.filter(Boolean)).toEqual([])
  })

  it('stays the same number when what is shown is read again anywhere', () => {
    const changed = numbers.filter(({ phoneNumber }, index) => {
      const shown = parse(phoneNumber, 'US')
      const country = regions[index % regions.length]?.country ?? 'US'
      const again = shown.status === 'ok' ? parse(shown.display, country) : shown
      return again.status !== 'ok' || again.phoneNumber !== phoneNumber
    })
    expect(changed).toEqual([])
  })
})

/** Such a text is taken as what it would be at home: a mobile number of the country that is selected. */
function isMobileOf(country: string, callingCode: string, raw: string): boolean {
  const parsed = parse(raw, country)
  return (
    parsed.status === 'ok' && parsed.warning === undefined && parsed.phoneNumber.startsWith(`+${callingCode}`)
  )
}
