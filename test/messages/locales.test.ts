import { describe, expect, it } from 'vitest'
import { en } from '../../src/messages/en.js'
import { entriesOf, localeFiles, nameOf, offendersOf, placeholdersOf } from './locales.js'

const TAGS =
  'ar cs de el es fa fi fr he hi hu id it ja ko nl pl pt-BR pt-PT ru sk sv tr uk vi zh-Hans zh-Hant'.split(
    ' ',
  )

/** The script of languages that do not use the Latin one. */
const SCRIPTS: Record<string, RegExp> = {
  ar: /\p{Script=Arabic}/u,
  el: /\p{Script=Greek}/u,
  fa: /\p{Script=Arabic}/u,
  he: /\p{Script=Hebrew}/u,
  hi: /\p{Script=Devanagari}/u,
  ja: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u,
  ko: /\p{Script=Hangul}/u,
  ru: /\p{Script=Cyrillic}/u,
  uk: /\p{Script=Cyrillic}/u,
  'zh-Hans': /\p{Script=Han}/u,
  'zh-Hant': /\p{Script=Han}/u,
}

/** Letters that the neighbouring language does not have, or that a language cannot do without. */
const TELLING: Record<string, { has: RegExp; lacks?: RegExp }> = {
  ar: { has: /[ةى]/u, lacks: /[پچژگکی]/u },
  cs: { has: /[ěřů]/u, lacks: /[ľĺŕôä]/u },
  de: { has: /[äöüß]/u },
  el: { has: /ή/u },
  es: { has: /[¿ñ]/u },
  fa: { has: /[پچژگکی]/u, lacks: /[ةيك]/u },
  fi: { has: /yy|ää/u, lacks: /å/u },
  fr: { has: /[çêè]/u },
  he: { has: /[ךםןףץ]/u, lacks: /[װױײ]/u },
  hi: { has: /\u093c/u, lacks: /ळ/u },
  hu: { has: /[őű]/u },
  id: { has: /\bAnda\b/u, lacks: /[^\p{ASCII}…’]/u },
  it: { has: /[èò]/u },
  ja: { has: /\p{Script=Hiragana}/u },
  ko: { has: /[을를은는]/u, lacks: /\p{Script=Han}/u },
  nl: { has: /ij/u },
  pl: { has: /[łżąę]/u },
  'pt-BR': { has: /celular/u, lacks: /telemóvel/u },
  'pt-PT': { has: /telemóvel/u, lacks: /celular|você/iu },
  ru: { has: /[ыэ]/u, lacks: /[іїєґ]/u },
  sk: { has: /[ľĺŕôä]/u, lacks: /[ěřů]/u },
  sv: { has: /å/u },
  tr: { has: /[ığş]/u },
  uk: { has: /[іїє]/u, lacks: /[ыэъё]/u },
  vi: { has: /[ơưđạ]/u },
  'zh-Hans': { has: /[验证码]/u, lacks: /[驗證碼電話]/u },
  'zh-Hant': { has: /驗證碼.*簡訊|簡訊.*驗證碼/su, lacks: /[验证码电话发]/u },
}

const languages = [{ tag: 'en', messages: en }, ...localeFiles]

const NOTHING = /(?!)/u

/** The isolates that hold a number from left to right in a text from right to left. */
const ISOLATED_EXAMPLE = /\u2066\+44 7700 900123\u2069/u

it('there is a file for each locale', () => {
  expect(localeFiles.map(({ tag }) => tag).sort()).toEqual(TAGS)
})

describe.each(localeFiles)('$tag', ({ tag, exported, messages }) => {
  it('exports its messages by the name of its tag, and nothing else', () => {
    expect(exported).toEqual([nameOf(tag)])
  })

  it('says which language it is', () => {
    expect(messages.locale).toBe(tag)
  })

  it('is a locale that Intl knows', () => {
    expect(Intl.DisplayNames.supportedLocalesOf(tag)).toEqual([tag])
  })

  it('has every message, in the order of the English ones', () => {
    expect(Object.keys(messages)).toEqual(Object.keys(en))
  })

  it('has the placeholders of the English messages', () => {
    const placeholders = (all: typeof en) =>
      Object.fromEntries(entriesOf(all).map(([key, text]) => [key, placeholdersOf(text)]))
    expect(placeholders(messages)).toEqual(placeholders(en))
  })

  it('is not English', () => {
    expect(offendersOf(messages, (text, _, english) => text === english)).toEqual([])
  })

  it('is in its script', () => {
    const letters = textOf(messages).replaceAll('SMS', '').match(/\p{L}/gu) ?? []
    const script = SCRIPTS[tag] ?? /\p{Script=Latin}/u
    expect(letters.filter((letter) => script.test(letter)).length / letters.length).toBeGreaterThan(0.99)
  })

  it('is in its language, as far as letters tell', () => {
    const { has, lacks = NOTHING } = TELLING[tag] ?? { has: NOTHING }
    expect(textOf(messages)).toMatch(has)
    expect(textOf(messages)).not.toMatch(lacks)
  })

  it('has no empty text and no needless space', () => {
    expect(
      offendersOf(messages, (text) => text === '' || text !== text.trim() || /\s\s/u.test(text)),
    ).toEqual([])
  })

  it('has typographic quotes and dots, and no markup', () => {
    expect(offendersOf(messages, (text) => /["'`´<>&]|\.\.\./u.test(text))).toEqual([])
  })

  it('ends as the English text does: a question, something that goes on, or a button without a full stop', () => {
    const end = (text: string) => [/[?？؟;]$/u, /…$/u, /[.。।]$/u].map((mark) => mark.test(text)).join()
    expect(offendersOf(messages, (text, _, english) => end(text) !== end(english))).toEqual([])
  })

  it('is at most twice as long as English', () => {
    const lengthOf = (text: string) => [...new Intl.Segmenter(tag).segment(text)].length
    expect(offendersOf(messages, (text, _, english) => lengthOf(text) > 2 * lengthOf(english))).toEqual([])
  })

  it('shows the example of a number as it is typed', () => {
    const rightToLeft = ['ar', 'fa', 'he'].includes(tag)
    expect(messages.numberNeedsPlus).toMatch(rightToLeft ? ISOLATED_EXAMPLE : /[^\u2066]\+44 7700 900123/u)
  })
})

it.each(languages)('$tag neither inflects the name of a country nor gives it an article', ({ messages }) => {
  const apart = /[(（]\{country\}[)）]|[:：]\s?\{country\}/u
  expect(offendersOf(messages, (text) => text.includes('{country}') && !apart.test(text))).toEqual([])
})

it.each(languages)('$tag begins with how long a text can take, when it has not come', ({ messages }) => {
  const [first = ''] = messages.checkNumber.split(/(?<=[.。।])/u)
  expect(first).not.toContain('{number}')
  expect(first).not.toBe('')
})

it('French keeps its punctuation on the line', () => {
  const french = localeFiles.find(({ tag }) => tag === 'fr')?.messages ?? en
  expect(offendersOf(french, (text) => /(^|[^\u202f])[?!;]|(^|[^\u00a0]):/u.test(text))).toEqual([])
})

function textOf(messages: typeof en): string {
  return entriesOf(messages)
    .map(([, text]) => text.replace(/\{\w+\}/g, ''))
    .join('\n')
}
