import * as z from 'zod/mini'
import { identityServerSchema, requestTokenResponseSchema, requestTokenSchema } from '../matrix/schemas.js'
import type { VerifiedPhone } from '../matrix/uiaAuth.js'
import { VERIFY_FIRST } from '../messages/verifyFirst.js'
import { E164 } from '../verification/destination.js'
import type { KnownPhone } from './KnownPhone.js'

const phoneNumber = z.string().check(z.regex(E164))
const { country, clientSecret } = requestTokenSchema.shape

const proof = z.object({
  phoneNumber,
  country,
  sid: requestTokenResponseSchema.shape.sid,
  clientSecret,
  idServer: z.optional(identityServerSchema.shape.idServer),
})

const known = z.object({
  phoneNumber,
  country: z.optional(country),
  sid: z.optional(z.undefined()),
  clientSecret: z.optional(z.undefined()),
})

// A union has one error for all its options. An option that fails inside a pipe counts as failed as a whole, and not
// only in the property that is wrong.
const proved = z.pipe(
  proof,
  z.transform((phone: VerifiedPhone) => phone),
)
const none = z.pipe(
  known,
  z.transform(() => null),
)
const refused = z.pipe(z.null(), z.never())

/**
 * A schema of zod or `zod/mini` for the value of a `PhoneVerificationField`. Its input type includes `null`, for a
 * number that is not verified yet, and validation rejects it. The field shows that error in its own language. For
 * your own words, pass `messages` to the field, or reject the value before the schema does.
 *
 * @example
 * const schema = z.object({ name: z.string().min(1), phone: verifiedPhoneSchema })
 */
export const verifiedPhoneSchema: z.ZodMiniType<VerifiedPhone, VerifiedPhone | null> = z.union(
  [proved, refused],
  VERIFY_FIRST,
)

/**
 * The same for a number that is optional, or that the account already has: `null` and a `KnownPhone` pass, too. It
 * returns the proof of a number, or `null` if the person verified none.
 *
 * @example
 * const schema = z.object({ name: z.string().min(1), phone: optionalVerifiedPhoneSchema })
 */
export const optionalVerifiedPhoneSchema: z.ZodMiniType<
  VerifiedPhone | null,
  VerifiedPhone | KnownPhone | null
> = z.union([z.null(), proved, none], VERIFY_FIRST)
