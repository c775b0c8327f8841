import * as z from 'zod/mini'
import { errorFields } from './fields.js'
import type { Answer } from './transport.js'

/** A text; anything else counts as absent. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** The members of an object; none of anything else. */
export function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

/** The errcode of an answer, if it is of the usual shape. */
export function errcodeOf({ body }: Answer): string | undefined {
  return z.safeParse(errorFields.errcode, body['errcode']).data
}

/** Whether an answer says yes: a 2xx whose body carries no errcode, not even one of another shape. */
export function isSuccess({ status, body }: Answer): boolean {
  return status >= 200 && status < 300 && body['errcode'] === undefined
}

/** Whether an answer says "not so fast", in the words of a homeserver or of a proxy before it. */
export function isRateLimited({ status, headers, body }: Answer): boolean {
  const isBusy = status === 429 || (status === 503 && headers.has('Retry-After'))
  return isBusy || body['errcode'] === 'M_LIMIT_EXCEEDED'
}
