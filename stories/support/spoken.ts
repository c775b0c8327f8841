import type { StoryContext } from '@storybook/react-vite'
import { en } from '../../src/messages/en.js'
import { formatMessage } from '../../src/messages/format.js'
import type { MessageKey, Messages } from '../../src/index.js'
import type { Language } from './language.js'

type Words = string | RegExp

/** Of the language that the toolbar chose. */
let messages: Partial<Messages> = {}

const KEYS = Object.keys(en) as MessageKey[]

/** What may stand in the place of a placeholder in what a story looks for. */
const VALUES = { time: '5:00', duration: '27 seconds', country: 'United Kingdom', number: '+44 7400 123456' }

/**
 * For a story's `beforeEach`: its play function looks for the English words, and finds what stands there in the
 * language that the toolbar chose. Words of the app's own are the same in every language.
 */
export function speakLanguage(context: StoryContext): void {
  messages = (context.loaded['language'] as Language | undefined)?.messages ?? {}
  const queries = Object.entries(context.canvas).map(([name, query]) => [name, inLanguage(query)])
  context.canvas = Object.fromEntries(queries) as StoryContext['canvas']
}

/** Words of the form as the story says them. */
export function spoken<W extends Words>(words: W): W | RegExp {
  const key = KEYS.find((key) => isMeant(en[key], words))
  const message = key && messages[key]
  if (message === undefined) return words
  const literal = message.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(typeof words === 'string' ? `^${literal.join('.*')}$` : longest(literal))
}

function isMeant(message: string, words: Words): boolean {
  if (typeof words === 'string') return message === words
  return words.test(formatMessage(message, VALUES))
}

/** The elements around a placeholder may stand apart. */
function longest(parts: string[]): string {
  return parts.reduce((one, other) => (other.length > one.length ? other : one)).trim()
}

/** A query by words, by a label's words, or by a role with a name. */
function inLanguage(query: unknown): unknown {
  if (typeof query !== 'function') return query
  return (...given: unknown[]): unknown => Reflect.apply(query, undefined, given.map(inWords))
}

function inWords(given: unknown): unknown {
  if (typeof given === 'string' || given instanceof RegExp) return spoken(given)
  if (typeof given !== 'object' || given === null || !('name' in given)) return given
  return { ...given, name: inWords(given.name) }
}
