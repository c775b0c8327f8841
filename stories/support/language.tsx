import { createContext, use } from 'react'
import type { Messages } from '../../src/index.js'

/** The words that the toolbar chose; none where it leaves the story as it is. */
export interface Language {
  locale?: string
  messages?: Messages
}

const files = import.meta.glob<Record<string, Messages>>('../../src/messages/locales/*.ts')

/** Every language there is a file for, by its tag, in its own name. */
export const languages: Readonly<Record<string, string>> = Object.fromEntries(
  ['en', ...Object.keys(files).map(tagOf)].map((tag) => [tag, nameOf(tag)]),
)

/** Loads the words of a language, as an app does when a person chooses one. */
export async function loadLanguage(tag: unknown): Promise<Language> {
  if (typeof tag !== 'string' || tag === '') return {}
  const load = Object.entries(files).find(([path]) => tagOf(path) === tag)?.[1]
  const [messages] = load === undefined ? [] : Object.values(await load())
  return { locale: tag, ...(messages && { messages }) }
}

/** How the language is written. */
export function directionOf(tag: string | undefined): 'ltr' | 'rtl' {
  return tag !== undefined && /^(ar|fa|he)\b/.test(tag) ? 'rtl' : 'ltr'
}

export const LanguageContext = createContext<Language>({})

/** The props of a form in the toolbar's language. */
export function useLanguage(): Language {
  return use(LanguageContext)
}

function tagOf(path: string): string {
  return path.replace(/^.*\/|\.ts$/g, '')
}

function nameOf(tag: string): string {
  return new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag
}
