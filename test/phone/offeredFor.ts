import { parse } from '../../src/phone/engine.js'

/** Every number that a person is shown for a text, as it is shown. */
export function offeredFor(raw: string, country: string): string[] {
  const parsed = parse(raw, country)
  if (parsed.status === 'invalid') return []
  const numbers = parsed.status === 'ok' ? [parsed, ...(parsed.suggestions ?? [])] : parsed.candidates
  return numbers.map(({ display }) => display)
}
