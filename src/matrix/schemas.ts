import * as z from 'zod/mini'
import {
  errorFields,
  requestTokenFields,
  requestTokenOptions,
  requestTokenResponseFields,
  requestTokenResponseOptions,
  submitTokenFields,
  submitTokenResponseFields,
} from './fields.js'

const { nextLink, idServer, idAccessToken } = requestTokenOptions

/** What the three requestToken calls take, in our spelling, as a schema. */
export const requestTokenSchema = z
  .object({
    ...requestTokenFields,
    nextLink: z.optional(nextLink),
    idServer: z.optional(idServer),
    idAccessToken: z.optional(idAccessToken),
  })
  .check(
    z.refine((values) => (values.idServer === undefined) === (values.idAccessToken === undefined), {
      error: 'idServer and idAccessToken must be given together, and neither empty',
      path: ['idServer'],
    }),
  )

/** What a homeserver answers to a requestToken call, as a schema. Some give more; that is let through. */
export const requestTokenResponseSchema = z.looseObject({
  ...requestTokenResponseFields,
  submit_url: z.optional(requestTokenResponseOptions.submit_url),
})

/** What `submitToken` takes, in our spelling, as a schema. */
export const submitTokenSchema = z.object(submitTokenFields)

/** What a server answers to a submitted code, as a schema. */
export const submitTokenResponseSchema = z.looseObject(submitTokenResponseFields)

/** An error's body (client-server API v1.18, "Standard error response"), as a schema. */
export const errorBodySchema = z.looseObject({
  ...errorFields,
  error: z.optional(z.string()),
  retry_after_ms: z.optional(z.number()),
})
