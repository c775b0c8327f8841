import * as z from 'zod/mini'
import { parseUrl } from './submitUrl.js'

const CLIENT_SECRET_RULE = 'clientSecret must be 1 to 255 characters of 0-9, a-z, A-Z, ".", "=", "_" and "-"'
const COUNTRY_RULE = 'country must be two uppercase letters (ISO 3166-1 alpha-2)'
const PHONE_NUMBER_RULE = 'phoneNumber must be a string that is not empty'
const SEND_ATTEMPT_RULE = 'sendAttempt must be a positive integer'
const NEXT_LINK_RULE = 'nextLink must be an absolute URL'
const ID_SERVER_RULE = 'idServer and idAccessToken must be given together, and neither empty'

const OPAQUE_ID = /^[0-9a-zA-Z.=_-]{1,255}$/

/**
 * What the three requestToken calls take, in our spelling
 * (client-server API v1.18, `POST /register/msisdn/requestToken`).
 */
export const requestTokenSchema = z
  .object({
    /** 1 to 255 characters of `[0-9a-zA-Z.=_-]`; a fresh one for every number. */
    clientSecret: z.string(CLIENT_SECRET_RULE).check(z.regex(OPAQUE_ID, CLIENT_SECRET_RULE)),
    /** Two uppercase letters, ISO 3166-1 alpha-2. */
    country: z.string(COUNTRY_RULE).check(z.regex(/^[A-Z]{2}$/, COUNTRY_RULE)),
    /** The number; this library always sends canonical E.164. */
    phoneNumber: z.string(PHONE_NUMBER_RULE).check(z.minLength(1, PHONE_NUMBER_RULE)),
    /** The server sends an SMS only if this is greater than what it saw for this secret and number. */
    sendAttempt: z.int(SEND_ATTEMPT_RULE).check(z.positive(SEND_ATTEMPT_RULE)),
    /** Where a link in the SMS leads to after the validation. */
    nextLink: z.optional(
      z.string(NEXT_LINK_RULE).check(z.refine((link) => parseUrl(link) !== null, { error: NEXT_LINK_RULE })),
    ),
    /** Host and optional port of an identity server. */
    idServer: z.optional(z.string(ID_SERVER_RULE).check(z.minLength(1, ID_SERVER_RULE))),
    /** The identity server's access token. */
    idAccessToken: z.optional(z.string(ID_SERVER_RULE).check(z.minLength(1, ID_SERVER_RULE))),
  })
  .check(
    z.refine(({ idServer, idAccessToken }) => (idServer === undefined) === (idAccessToken === undefined), {
      error: ID_SERVER_RULE,
      path: ['idServer'],
    }),
  )

/** The parameters of a requestToken call. */
export type RequestTokenParameters = z.infer<typeof requestTokenSchema>

/** The body of a requestToken call as the wire spells it. Absent options are absent. */
export function toRequestTokenBody(parameters: RequestTokenParameters): Record<string, string | number> {
  const { clientSecret, country, phoneNumber, sendAttempt, nextLink, idServer, idAccessToken } = parameters
  return {
    client_secret: clientSecret,
    country,
    phone_number: phoneNumber,
    send_attempt: sendAttempt,
    ...(nextLink !== undefined && { next_link: nextLink }),
    ...(idServer !== undefined && { id_server: idServer }),
    ...(idAccessToken !== undefined && { id_access_token: idAccessToken }),
  }
}

/** What a homeserver answers to a requestToken call; `msisdn` and `intl_fmt` come from Sydent only. */
export const requestTokenResponseSchema = z.object({
  sid: z.string().check(z.regex(OPAQUE_ID)),
  submit_url: z.optional(z.string().check(z.minLength(1))),
  msisdn: z.catch(z.optional(z.string()), undefined),
  intl_fmt: z.catch(z.optional(z.string()), undefined),
})

const TOKEN_RULE = 'token must be a string that is not empty'
const SID_RULE = 'sid must be 1 to 255 characters of 0-9, a-z, A-Z, ".", "=", "_" and "-"'
const SUBMIT_URL_RULE = 'submitUrl must be a string that is not empty'

/** What `submitToken` takes, in our spelling (identity service API v1.18, `submitToken`). */
export const submitTokenSchema = z.object({
  /** The `submit_url` of the requestToken answer. */
  submitUrl: z.string(SUBMIT_URL_RULE).check(z.minLength(1, SUBMIT_URL_RULE)),
  /** The session ID of the requestToken answer. */
  sid: z.string(SID_RULE).check(z.regex(OPAQUE_ID, SID_RULE)),
  /** The client secret of the requestToken call. */
  clientSecret: z.string(CLIENT_SECRET_RULE).check(z.regex(OPAQUE_ID, CLIENT_SECRET_RULE)),
  /** The code from the SMS, passed on as it is. */
  token: z.string(TOKEN_RULE).check(z.minLength(1, TOKEN_RULE)),
})

/** The parameters of `submitToken`. */
export type SubmitTokenParameters = z.infer<typeof submitTokenSchema>

/** What a server answers to a submitted code. */
export const submitTokenResponseSchema = z.object({ success: z.boolean() })

/** An error's body (client-server API v1.18, "Standard error response"); anything else reads as empty. */
export const errorBodySchema = z.object({
  errcode: z.catch(z.optional(z.string()), undefined),
  error: z.catch(z.optional(z.string()), undefined),
  retry_after_ms: z.catch(z.optional(z.union([z.number(), z.string()])), undefined),
})

/** An error's body after the schema. */
export type ErrorBody = z.infer<typeof errorBodySchema>
