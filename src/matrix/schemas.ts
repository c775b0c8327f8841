import * as z from 'zod/mini'
import { isSafeLink } from './links.js'
import { ownProperties } from './ownProperties.js'

const ID_SERVER_RULE = 'idServer and idAccessToken must be given together, and neither empty'

/** The digits of a number and their separators, and nothing that could be read as words. */
const NUMBER_ECHO = /^\+?[\d\u0020\u00a0\u2010\u2011()./-]{1,199}$/

/** Capital letters with an underscore, and three digits at most. Anything else does not count as an errcode. */
const ERRCODE = /^(?!(?:\D*\d){4})(?=[^_]*_)[A-Z][A-Z\d_.]{0,63}$/

function opaqueId(name: string) {
  const rule = `${name} must be 1 to 255 characters of [0-9a-zA-Z.=_-]`
  return z.string(rule).check(z.regex(/^[0-9a-zA-Z.=_-]{1,255}$/, rule))
}

function filled(rule: string) {
  return z.string(rule).check(z.regex(/[^]/, rule))
}

/** An optional field. A value of the wrong type counts as absent. */
export function lenient<Schema extends z.ZodMiniType>(schema: Schema) {
  return z.catch(z.optional(schema), undefined)
}

/** Whether both fields are there or neither is. */
function isPaired(values: { idServer?: string | undefined; idAccessToken?: string | undefined }): boolean {
  const { idServer, idAccessToken } = ownProperties(values)
  return (idServer === undefined) === (idAccessToken === undefined)
}

const COUNTRY_RULE = 'country must be two uppercase letters (ISO 3166-1 alpha-2)'
const ATTEMPT_RULE = 'sendAttempt must be a positive integer'
const LINK_RULE = "nextLink must be an absolute URL, https or of the page's own scheme, without credentials"

/** An identity server, as the client's options and a single call name one. */
export const identityServerSchema = z.object(
  { idServer: filled(ID_SERVER_RULE), idAccessToken: filled(ID_SERVER_RULE) },
  ID_SERVER_RULE,
)

/**
 * The parameters of the three requestToken calls, in this library's spelling, as a schema (client-server API v1.18,
 * `POST /register/msisdn/requestToken`).
 */
export const requestTokenSchema = z
  .object({
    clientSecret: opaqueId('clientSecret'),
    country: z.string(COUNTRY_RULE).check(z.regex(/^[A-Z]{2}$/, COUNTRY_RULE)),
    phoneNumber: filled('phoneNumber must be a string that is not empty'),
    sendAttempt: z
      .number(ATTEMPT_RULE)
      .check(z.refine((value) => Number.isSafeInteger(value) && value > 0, ATTEMPT_RULE)),
    nextLink: z.optional(z.string(LINK_RULE).check(z.refine(isSafeLink, LINK_RULE))),
    idServer: z.optional(identityServerSchema.shape.idServer),
    idAccessToken: z.optional(identityServerSchema.shape.idAccessToken),
  })
  .check(
    z.refine(isPaired, {
      error: ID_SERVER_RULE,
      path: ['idServer'],
    }),
  )

/**
 * A homeserver's response to a requestToken call, as a schema (client-server API v1.18, `POST
 * /register/msisdn/requestToken`). Additional fields are allowed. Sydent also says where it sent the SMS, which counts
 * only if it looks like a number.
 */
export const requestTokenResponseSchema = z.looseObject({
  sid: opaqueId('sid'),
  submit_url: z.optional(filled('submit_url must be a string that is not empty')),
  msisdn: lenient(z.string().check(z.regex(NUMBER_ECHO))),
  intl_fmt: lenient(z.string().check(z.regex(NUMBER_ECHO))),
})

/**
 * The parameters of `submitToken`, in this library's spelling, as a schema (identity service API v1.18,
 * `submitToken`).
 */
export const submitTokenSchema = z.object({
  submitUrl: filled('submitUrl must be a string that is not empty'),
  sid: requestTokenResponseSchema.shape.sid,
  clientSecret: requestTokenSchema.shape.clientSecret,
  token: filled('token must be a string that is not empty'),
})

/** A server's response to a submitted code, as a schema (identity service API v1.18, `submitToken`). */
export const submitTokenResponseSchema = z.looseObject({
  success: z.boolean('success must be true or false'),
})

/**
 * An error's body (client-server API v1.18, "Standard error response"), as a schema. A field of the wrong type counts
 * as absent. Other fields are kept as they are: `readRetryAt` checks `retry_after_ms` together with a header.
 */
export const errorBodySchema = z.looseObject({
  errcode: lenient(z.string().check(z.regex(ERRCODE))),
  error: lenient(z.string()),
})
