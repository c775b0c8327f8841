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
export function numberSchema(
  read: (values: NumberValues) => Promise<ReadNumber>,
): z.ZodMiniType<NumberValues, NumberValues> {
  // The form itself sees to it that both are there and text: zod's objects would cost every page a kB and a half.
  return z.any().check(async ({ value, issues }: z.core.ParsePayload<NumberValues>) => {
    const parsed = await read(value)
    if (parsed.status !== 'invalid') return
    const message = parsed.reason satisfies BlockReason
    issues.push({ code: 'custom', message, path: ['phoneNumber'], input: value.phoneNumber })
  })
}
