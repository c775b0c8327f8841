import * as z from 'zod/mini'
import {
  errorFields,
  ID_SERVER_RULE,
  requestTokenFields,
  requestTokenOptions,
  requestTokenResponseFields,
  requestTokenResponseOptions,
  submitTokenFields,
  submitTokenResponseFields,
} from './fields.js'

const { nextLink, idServer, idAccessToken } = requestTokenOptions

/**
 * What the three requestToken calls take, in our spelling, as a schema (client-server API v1.18,
 * `POST /register/msisdn/requestToken`).
 */
export const requestTokenSchema = z
  .object({
    ...requestTokenFields,
    nextLink: z.optional(nextLink),
    idServer: z.optional(idServer),
    idAccessToken: z.optional(idAccessToken),
  })
  .check(
    z.refine((values) => (values.idServer === undefined) === (values.idAccessToken === undefined), {
      error: ID_SERVER_RULE,
      path: ['idServer'],
    }),
  )

/**
 * What a homeserver answers to a requestToken call, as a schema (client-server API v1.18,
 * `POST /register/msisdn/requestToken`). Some give more; that is let through.
 */
export const requestTokenResponseSchema = z.looseObject({
  ...requestTokenResponseFields,
  submit_url: z.optional(requestTokenResponseOptions.submit_url),
})

/** What `submitToken` takes, in our spelling, as a schema (identity service API v1.18, `submitToken`). */
export const submitTokenSchema = z.object(submitTokenFields)

/** What a server answers to a submitted code, as a schema (identity service API v1.18, `submitToken`). */
export const submitTokenResponseSchema = z.looseObject(submitTokenResponseFields)

/**
 * An error's body (client-server API v1.18, "Standard error response"), as a schema. Some servers write
 * `retry_after_ms` as text.
 */
export const errorBodySchema = z.looseObject({
  ...errorFields,
  error: z.optional(z.string()),
  retry_after_ms: z.optional(z.union([z.number(), z.string()])),
})
