import type { PhoneVerificationErrorKind } from '../../matrix/PhoneVerificationError.js'
import { invalidNumberMessageKey } from '../../messages/describeInvalidNumber.js'
import type { MessageKey } from '../../messages/messages.js'
import type { BlockReason } from './readNumber.js'
import type { NumberForm } from './useNumberForm.js'
import type { Wording } from '../shared/wording.js'

/** The reasons of the form's own. */
const OWN_REASONS = {
  'country-not-offered': 'errorCountryUnsupported',
  'country-missing': 'countryMissing',
} as const satisfies Partial<Record<BlockReason, MessageKey>>

/** The refusals that are about the number itself, and stand beside it. */
const ABOUT_NUMBER: readonly PhoneVerificationErrorKind[] = [
  'invalid-number',
  'country-unsupported',
  'number-denied',
  'number-in-use',
  'number-not-found',
]

/** Whether the server's refusal is about the number itself. */
export function isAboutNumber({ refusal }: Pick<NumberForm, 'refusal'>): boolean {
  return refusal !== null && ABOUT_NUMBER.includes(refusal.kind)
}

/** What is wrong with the number, in words: our own reading of it first, then the server's. */
export function numberProblem(number: NumberForm, wording: Wording): string | null {
  const { reason, refusal } = number
  if (reason !== null) return wording.say(keyOf(reason))
  return refusal !== null && isAboutNumber(number) ? wording.explain(refusal) : null
}

function keyOf(reason: BlockReason): MessageKey {
  return reason === 'country-not-offered' || reason === 'country-missing'
    ? OWN_REASONS[reason]
    : invalidNumberMessageKey(reason)
}
