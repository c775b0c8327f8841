import * as z from 'zod/mini'
import { ownProperties } from './ownProperties.js'
import { errorBodySchema } from './schemas.js'
import type { Answer } from './transport.js'

/** What a schema makes of an object, read by its own members alone; or the first rule that it breaks. */
type Reading<Output> = { isRight: true; data: Output } | { isRight: false; field: string; rule: string }

/** Checks an object with a schema. */
export function read<Output extends object>(schema: z.ZodMiniType<Output>, value: object): Reading<Output> {
  const { data, error } = z.safeParse(schema, ownProperties(value))
  if (data !== undefined) return { isRight: true, data: ownProperties(data) }
  const [issue] = error?.issues ?? []
  return { isRight: false, field: String(issue?.path[0]), rule: issue?.message ?? '' }
}

/** What an answer says of an error; whatever is of another type counts as absent. */
export function errorOf({ body }: Answer): z.output<typeof errorBodySchema> {
  return readOr(errorBodySchema, body, {})
}

/** The same for what need not be there. */
export function readOr<Output extends object>(
  schema: z.ZodMiniType<Output>,
  value: object,
  otherwise: Output,
): Output {
  const reading = read(schema, value)
  return reading.isRight ? reading.data : ownProperties(otherwise)
}

/** Whether an answer says yes: a 2xx whose body carries no errcode, not even one of another type. */
export function isSuccess({ status, body }: Answer): boolean {
  return status >= 200 && status < 300 && body['errcode'] === undefined
}

/** Whether an answer says "not so fast", in the words of a homeserver or of a proxy before it. */
export function isRateLimited({ status, headers, body }: Answer): boolean {
  const isBusy = status === 429 || (status === 503 && headers.has('Retry-After'))
  return isBusy || body['errcode'] === 'M_LIMIT_EXCEEDED'
}
