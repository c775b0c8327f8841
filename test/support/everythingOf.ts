import { inspect } from 'node:util'

const WHOLE = { depth: null, showHidden: true, getters: true, maxArrayLength: null, maxStringLength: null }

/** Everything that a log, a monitor or a console could show of a value; of an error also what it hides. */
export function everythingOf(value: unknown): string {
  const shown = [String(value), JSON.stringify(value), inspect(value, WHOLE)]
  if (typeof value === 'object' && value !== null) {
    shown.push(JSON.stringify(value, Object.getOwnPropertyNames(value)))
    shown.push(inspect(Object.entries(value), WHOLE))
  }
  if (value instanceof Error) shown.push(value.message, String(value.stack), inspect(value.cause, WHOLE))
  return shown.join('\n')
}
