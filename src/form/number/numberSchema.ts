import * as z from 'zod/mini'
import type { BlockReason, NumberValues, ReadNumber } from './readNumber.js'

/**
 * Rejects what cannot be a number; the message of the issue is the reason. A question ("did you mean…?") and a
 * warning are no errors: the person answers them.
 *
 * @param parsed what the fields were read as
 */
export function numberSchema(parsed: ReadNumber): z.ZodMiniType<NumberValues> {
  return z.object({ country: z.string(), phoneNumber: z.string() }).check(({ value, issues }) => {
    if (parsed.status !== 'invalid') return
    const message = parsed.reason satisfies BlockReason
    issues.push({ code: 'custom', message, path: ['phoneNumber'], input: value.phoneNumber })
  })
}
