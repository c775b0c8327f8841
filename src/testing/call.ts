import { matrixError, Refused } from './answers.js'
import type { SimulatedOperation } from './operations.js'
import type { Rules } from './rules.js'

/** A JSON object of unknown content. */
export type JsonObject = Record<string, unknown>

/** A request for an operation that the server has. */
export interface Call {
  operation: SimulatedOperation
  method: string
  /** Path and query, as user-interactive auth compares it. */
  uri: string
  query: URLSearchParams
  text: string
  /** The bearer token. */
  accessToken: string | undefined
  rules: Rules
}

/** The body. Throws Synapse's error if it is not a JSON object. */
export function readBody({ text }: Call): JsonObject {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    throw new Refused(matrixError(400, 'M_NOT_JSON', 'Content not JSON.'))
  }
  if (!isJsonObject(body)) throw new Refused(matrixError(400, 'M_BAD_JSON', 'Content must be a JSON object.'))
  return body
}

/** Whether the value is an object that is neither `null` nor an array. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Refuses a body in which fields are missing, and names all of them. */
export function requireFields(body: JsonObject, fields: readonly string[], { missingParam }: Rules): void {
  const missing = fields.filter((field) => body[field] === undefined)
  if (missing.length === 0) return
  const names = missing.map((field) => `'${field}'`).join(', ')
  throw new Refused(matrixError(400, missingParam, `Missing params: [${names}]`))
}

/** The error for a field of the wrong type: Synapse crashes, a strict server names the field. */
export function wrongType(field: string, { strict }: Rules): Refused {
  return new Refused(
    strict
      ? matrixError(400, 'M_INVALID_PARAM', `Invalid ${field}`)
      : matrixError(500, 'M_UNKNOWN', 'Internal server error'),
  )
}
