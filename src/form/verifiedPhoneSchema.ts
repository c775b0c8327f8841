import * as z from 'zod/mini'
import type { VerifiedPhone } from '../matrix/uiaAuth.js'
import { VERIFY_FIRST } from '../messages/verifyFirst.js'

const proof = z.object({
  phoneNumber: z.string().check(z.minLength(1)),
  country: z.string().check(z.minLength(1)),
  sid: z.string().check(z.minLength(1)),
  clientSecret: z.string().check(z.minLength(1)),
  idServer: z.optional(z.string()),
})

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
