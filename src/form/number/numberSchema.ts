import * as z from 'zod/mini'
import type { BlockReason, ReadNumber } from './readNumber.js'

/** What the number step's fields hold. */
export interface NumberValues {
  country: string
  /** As it was typed: only the raw text says what the person meant. */
  phoneNumber: string
}

/**
 * Blocks what cannot be a number; the issue's message is the reason. A question ("did you mean…?") and a
 * warning are not blocked here: the person answers them.
 */
export function numberSchema(read: (values: NumberValues) => Promise<ReadNumber>) {
  return z.object({ country: z.string(), phoneNumber: z.string() }).check(async ({ value, issues }) => {
    const parsed = await read(value)
    if (parsed.status !== 'invalid') return
    const message = parsed.reason satisfies BlockReason
    issues.push({ code: 'custom', message, path: ['phoneNumber'], input: value.phoneNumber })
  })
}
