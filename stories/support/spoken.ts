import type { StoryContext } from '@storybook/react-vite'
import { en } from '../../src/messages/en.js'
import { formatMessage } from '../../src/messages/format.js'
import { countryLabel, listCountries, type MessageKey } from '../../src/index.js'
import type { Language } from './language.js'

type Words = string | RegExp

/** Of the language that the toolbar chose. */
let language: Language = {}

const KEYS = Object.keys(en).filter((key): key is MessageKey => key !== 'locale')

/** What may stand in the place of a placeholder in what a story looks for. */
const VALUES = { duration: '27 seconds', country: 'United Kingdom', number: '+44 7400 123456' }

/**
 * For a story's `beforeEach`: its play function looks for the English words, and finds what stands there in the
 * language that the toolbar chose, too. Words of the app's own are the same in every language.
 */
export function speakLanguage(context: StoryContext): void {
  language = (context.loaded['language'] as Language | undefined) ?? {}
  const queries = Object.entries(context.canvas).map(([name, query]) => [name, inLanguage(query)])
  context.canvas = Object.fromEntries(queries) as StoryContext['canvas']
}

/** What a text that holds these words says in the language of the story. */
export function spoken(words: Words): RegExp {
  return either(words, translated(words) ?? [])
}

/** Either the words themselves, or their translation with anything in the place of its placeholders. */
function either(words: Words, translation: string[]): RegExp {
  const own = typeof words === 'string' ? escaped(words) : words.source
  return new RegExp(translation.length === 0 ? own : `${own}|${translation.map(escaped).join('.*')}`, 'u')
}

/** The pieces of the translation around its placeholders; of an expression the longest one, because elements part them. */
function translated(words: Words): string[] | undefined {
  const { locale, messages } = language
  const key = KEYS.find((key) => isMeant(en[key], words))
  const pieces = key && messages?.[key].split(/\{\w+\}/)
  if (pieces !== undefined) return typeof words === 'string' ? pieces : [longest(pieces)]
  const label =
    typeof words === 'string' && locale !== undefined ? translatedCountry(words, locale) : undefined
  return label === undefined ? undefined : [label]
}

function isMeant(message: string, words: Words): boolean {
  if (typeof words === 'string') {
    const pattern = message
      .split(/\{\w+\}/)
      .map(escaped)
      .join('.+')
    return new RegExp(`^${pattern}$`).test(words)
  }
  return ['0:27', '5:00'].some((time) => words.test(formatMessage(message, { ...VALUES, time })))
}

/** "France (+33)" */
function translatedCountry(words: string, locale: string): string | undefined {
  const labels = (locale: string) =>
    new Map(
      listCountries({ locale }).map(({ country, name, callingCode }) => [
        country,
        countryLabel(name, callingCode),
      ]),
    )
  const [country] = [...labels('en')].find(([, label]) => label === words) ?? []
  return country && labels(locale).get(country)
}

function longest(pieces: string[]): string {
  return pieces.reduce((one, other) => (other.length > one.length ? other : one)).trim()
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** A query by words, by a label's words, or by a role with a name. */
function inLanguage(query: unknown): unknown {
  if (typeof query !== 'function') return query
  return (...given: unknown[]): unknown => Reflect.apply(query, undefined, given.map(inWords))
}

/** What is no word of the form, a role for example, stays as it is. */
function inWords(given: unknown): unknown {
  if (typeof given === 'string' || given instanceof RegExp) {
    if (translated(given) === undefined) return given
    // A query takes a text for the whole of what stands there.
    return typeof given === 'string' ? new RegExp(`^(?:${spoken(given).source})$`, 'u') : spoken(given)
  }
  if (typeof given !== 'object' || given === null || !('name' in given)) return given
  return { ...given, name: inWords(given.name) }
}
