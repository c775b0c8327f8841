import * as z from 'zod/mini'
import { COUNTRY_CODE, E164, isShownAsSent } from '../verification/destination.js'
import { STORED_VERSION, type StoredFlow } from '../verification/stored.js'

const nullableText = z.nullable(z.string())
const time = z.number().check(z.refine((value) => value >= 0))
const count = z.number().check(z.refine((value) => Number.isSafeInteger(value) && value >= 0))
const secret = z.string().check(z.regex(/^[\w.=-]{1,255}$/))

const session = z.object({
  destination: z
    .object({
      phoneNumber: z.string().check(z.regex(E164)),
      country: z.string().check(z.regex(COUNTRY_CODE)),
      display: z.string(),
    })
    .check(z.refine(isShownAsSent)),
  clientSecret: secret,
  idServer: nullableText,
  sendAttempt: count.check(z.refine((value) => value > 0)),
  accepted: z.boolean(),
  sent: count,
  sid: nullableText,
  submitUrl: nullableText,
  echo: nullableText,
  resendAt: time,
  expiresAt: time,
  health: z.literal(['alive', 'expired', 'revived', 'lost', 'copied']),
})

const schema: z.ZodMiniType<StoredFlow> = z.object({
  version: z.literal(STORED_VERSION),
  savedAt: time,
  claim: secret,
  owner: z.nullable(secret),
  step: z.literal(['number', 'code', 'external', 'verified']),
  session,
  wait: z.nullable(z.object({ until: time, guesses: count })),
})

/** The longest text that can be a stored flow, in characters. */
const LONGEST_TEXT = 16_384

/** Reads a stored flow; `null` if the text is not one, or is from another version. */
export function parseStoredFlow(text: string | null | undefined): StoredFlow | null {
  if (typeof text !== 'string' || text.length > LONGEST_TEXT) return null
  try {
    return z.parse(schema, JSON.parse(text))
  } catch {
    return null
  }
}
