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
 * The value of a `PhoneVerificationField` in a schema of zod or `zod/mini`: it takes `null` as input, for a
 * number that is not verified yet, and refuses it. The field says that in its own language; for words of your
 * own give it `messages`, or say it before the schema does.
 *
 * @example
 * const schema = z.object({ name: z.string().min(1), phone: verifiedPhoneSchema })
 */
export const verifiedPhoneSchema = z.pipe(
  z.custom<VerifiedPhone | null>(),
  z.custom<VerifiedPhone>((value) => z.safeParse(proof, value).success, { error: VERIFY_FIRST }),
)

/**
 * The same where a number is optional, or the account has one already: `null` and a `KnownPhone` pass, too.
 * It returns the proof of a number, or `null` where the person verified none.
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
