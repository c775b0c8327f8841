import * as z from 'zod/mini'
import type { VerifiedPhone } from '../matrix/uiaAuth.js'
import { VERIFY_FIRST } from '../messages/verifyFirst.js'
import type { KnownPhone } from './KnownPhone.js'

const text = z.string().check(z.minLength(1))

const proof = z.object({
  phoneNumber: text,
  country: text,
  sid: text,
  clientSecret: text,
  idServer: z.optional(z.string()),
})

const known = z.object({ phoneNumber: text, country: z.optional(z.string()), sid: z.optional(z.undefined()) })

/**
 * A schema of zod or `zod/mini` for the value of a `PhoneVerificationField`. Its input type includes `null`, for a
 * number that is not verified yet, and validation rejects it. The field shows that error in its own language. For
 * your own words, pass `messages` to the field, or reject the value before the schema does.
 *
 * @example
 * const schema = z.object({ name: z.string().min(1), phone: verifiedPhoneSchema })
 */
export const verifiedPhoneSchema = z.pipe(
  z.custom<VerifiedPhone | null>(),
  z.custom<VerifiedPhone>((value) => z.safeParse(proof, value).success, { error: VERIFY_FIRST }),
)

/**
 * The same for a number that is optional, or that the account already has: `null` and a `KnownPhone` pass, too. It
 * returns the proof of a number, or `null` if the person verified none.
 *
 * @example
 * const schema = z.object({ name: z.string().min(1), phone: optionalVerifiedPhoneSchema })
 */
export const optionalVerifiedPhoneSchema = z.pipe(
  z.custom<VerifiedPhone | KnownPhone | null>(
    (value) => z.safeParse(z.union([z.null(), proof, known]), value).success,
    { error: VERIFY_FIRST },
  ),
  z.transform((value: VerifiedPhone | KnownPhone | null): VerifiedPhone | null =>
    value?.sid === undefined ? null : value,
  ),
)
