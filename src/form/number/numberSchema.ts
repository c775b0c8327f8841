import * as z from 'zod/mini'
import type { ReadNumber } from './readNumber.js'

/**
 * Rejects what cannot be a number; the message of the issue is a `BlockReason`. A question ("did you mean…?") and a
 * warning are no errors: the person answers them.
 *
 * @param parsed what the text was read as
 */
export function numberSchema(parsed: ReadNumber) {
  const reason = parsed.status === 'invalid' ? parsed.reason : undefined
  return z.string().check(z.refine(() => reason === undefined, reason))
}
