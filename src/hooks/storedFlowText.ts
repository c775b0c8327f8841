import * as z from 'zod/mini'
import { COUNTRY_CODE, E164, isShownAsSent } from '../verification/destination.js'
import { STORED_VERSION, type StoredFlow } from '../verification/stored.js'

const time = z.number().check(z.nonnegative())
const count = z.int().check(z.nonnegative())
const secret = z.string().check(z.regex(/^[\w.=-]{1,255}$/))

const session = z.strictObject({
  destination: z
    .strictObject({
      phoneNumber: z.string().check(z.regex(E164)),
      country: z.string().check(z.regex(COUNTRY_CODE)),
      display: z.string(),
    })
    .check(z.refine(isShownAsSent)),
  clientSecret: secret,
  idServer: z.nullable(z.string()),
  sendAttempt: z.int().check(z.positive()),
  accepted: z.boolean(),
  sent: count,
  sid: z.nullable(z.string()),
  submitUrl: z.nullable(z.string()),
  echo: z.nullable(z.string()),
  resendAt: time,
  expiresAt: time,
  health: z.enum(['alive', 'expired', 'revived', 'lost', 'copied']),
})

const schema: z.ZodMiniType<StoredFlow> = z.strictObject({
  version: z.literal(STORED_VERSION),
  savedAt: time,
  claim: secret,
  owner: z.nullable(secret),
  step: z.enum(['number', 'code', 'external', 'verified']),
  session,
  wait: z.nullable(z.strictObject({ until: time, guesses: count })),
})

/** Nothing that we keep is longer. */
const LONGEST_TEXT = 16_384

/** Reads what a storage holds. What is not ours, or of another version, gives `null`. */
export function parseStoredFlow(text: string | null | undefined): StoredFlow | null {
  if (typeof text !== 'string' || text.length > LONGEST_TEXT) return null
  try {
    return z.parse(schema, JSON.parse(text))
  } catch {
    return null
  }
}
