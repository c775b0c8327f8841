/** The prefix of all keys of the forms. */
const PREFIX = 'matrix-phone-verification '

/** Removes from a storage what the forms of the page keep there: flows, and the last chosen country. */
export function forgetForms(storage: Storage): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
  for (const key of keys) if (key.startsWith(PREFIX)) storage.removeItem(key)
}
