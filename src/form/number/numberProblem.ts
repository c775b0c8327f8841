import type { PhoneVerificationErrorKind } from '../../matrix/PhoneVerificationError.js'
import { invalidNumberMessageKey } from '../../messages/describeInvalidNumber.js'
import type { MessageKey } from '../../messages/messages.js'
import type { InvalidReason } from '../../phone/phoneNumber.js'
import type { BlockReason } from './readNumber.js'
import type { NumberForm } from './NumberForm.js'
import type { Wording } from '../shared/wording.js'

/** The messages for the reasons that only the form has. */
const OWN_REASONS: Partial<Record<BlockReason, MessageKey>> = {
  'country-not-offered': 'errorCountryUnsupported',
  'country-missing': 'countryMissing',
}

/** The errors that are about the number itself and are shown next to the field. */
const ABOUT_NUMBER: readonly PhoneVerificationErrorKind[] = [
  'invalid-number',
  'country-unsupported',
  'number-denied',
  'number-in-use',
  'number-not-found',
]

/** Whether the server's error is about the number itself. */
export function isAboutNumber({ refusal }: Pick<NumberForm, 'refusal'>): boolean {
  return refusal !== null && ABOUT_NUMBER.includes(refusal.kind)
}

/** The message about what is wrong with the number: the form's own reason first, then the server's error. */
export function numberProblem(number: NumberForm, wording: Wording): string | null {
  const { reason, refusal } = number
  if (reason !== null)
    return wording.say(OWN_REASONS[reason] ?? invalidNumberMessageKey(reason as InvalidReason))
  return refusal !== null && isAboutNumber(number) ? wording.explain(refusal) : null
}
