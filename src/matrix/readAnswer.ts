import * as z from 'zod/mini'
import { ownProperties } from './ownProperties.js'
import { errorBodySchema } from './schemas.js'
import type { Answer } from './transport.js'

/** The checked object, or the first rule that it breaks. Inherited properties don't count. */
type Reading<Output> = { isRight: true; data: Output } | { isRight: false; field: string; rule: string }

/** Checks an object with a schema. */
export function read<Output extends object>(schema: z.ZodMiniType<Output>, value: object): Reading<Output> {
  const { data, error } = z.safeParse(schema, ownProperties(value))
  if (data !== undefined) return { isRight: true, data: ownProperties(data) }
  const [issue] = error?.issues ?? []
  return { isRight: false, field: String(issue?.path[0]), rule: issue?.message ?? '' }
}

/** The error fields of a response. A field of the wrong type counts as absent. */
export function errorOf({ body }: Answer): z.output<typeof errorBodySchema> {
  return readOr(errorBodySchema, body, {})
}

/** Checks an object with a schema, and returns `otherwise` if it does not match. */
export function readOr<Output extends object>(
  schema: z.ZodMiniType<Output>,
  value: object,
  otherwise: Output,
): Output {
  const reading = read(schema, value)
  return reading.isRight ? reading.data : ownProperties(otherwise)
}

/** Whether a response is a success: a 2xx without any `errcode` in its body, not even one of the wrong type. */
export function isSuccess({ status, body }: Answer): boolean {
  return status >= 200 && status < 300 && body['errcode'] === undefined
}

/** Whether a homeserver, or a proxy in front of it, says that there were too many requests. */
export function isRateLimited({ status, headers, body }: Answer): boolean {
  const isBusy = status === 429 || (status === 503 && headers.has('Retry-After'))
  return isBusy || body['errcode'] === 'M_LIMIT_EXCEEDED'
}
