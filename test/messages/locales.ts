import { en } from '../../src/messages/en.js'
import type { MessageKey, Messages } from '../../src/messages/messages.js'

const files = import.meta.glob<Record<string, unknown>>('../../src/messages/locales/*.ts', { eager: true })

/** A file of `src/messages/locales`. */
export interface LocaleFile {
  tag: string
  exported: string[]
  messages: Messages
}

/** Every locale but English, by its file. */
export const localeFiles: LocaleFile[] = Object.entries(files).map(([path, module]) => {
  const tag = path.replace(/^.*\/|\.ts$/g, '')
  return { tag, exported: Object.keys(module), messages: module[nameOf(tag)] as Messages }
})

/** The messages of a locale, by their keys. */
export function entriesOf(messages: Messages): [MessageKey, string][] {
  return Object.entries(messages).filter(([key]) => key !== 'locale') as [MessageKey, string][]
}

/** The placeholders of a text, in alphabetical order. */
export function placeholdersOf(text: string): string[] {
  return (text.match(/\{\w*\}/g) ?? []).sort()
}

/** The messages of a locale that are as a check does not want them: "key: text". */
export function offendersOf(
  messages: Messages,
  offends: (text: string, key: MessageKey, english: string) => boolean,
): string[] {
  return entriesOf(messages)
    .filter(([key, text]) => offends(text, key, en[key]))
    .map(([key, text]) => `${key}: ${text}`)
}

/** The name that a locale's file exports: `pt-BR` is `ptBR`. */
export function nameOf(tag: string): string {
  return tag.replaceAll('-', '')
}
