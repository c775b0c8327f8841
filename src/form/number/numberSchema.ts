import * as z from 'zod/mini'
import type { BlockReason, ReadNumber } from './readNumber.js'

/** What the number step's fields hold. */
export interface NumberValues {
  country: string
  /** As it was typed, because only the raw text shows what the person meant. */
  phoneNumber: string
}

/**
 * Rejects what cannot be a number; the message of the issue is the reason. A question ("did you mean…?") and a
 * warning are no errors: the person answers them.
 */
export function numberSchema(read: (values: NumberValues) => Promise<ReadNumber>) {
  return z.object({ country: z.string(), phoneNumber: z.string() }).check(async ({ value, issues }) => {
    const parsed = await read(value)
    if (parsed.status !== 'invalid') return
    const message = parsed.reason satisfies BlockReason
    issues.push({ code: 'custom', message, path: ['phoneNumber'], input: value.phoneNumber })
  })
}
