import { matrixError, Refused } from './answers.js'
import { isJsonObject, type JsonObject } from './call.js'

/** What is wrong with a field, or nothing. */
export type FieldProblem = 'missing' | 'wrong-type' | 'wrong-value' | undefined

/** How each field of a body is looked at. */
export type FieldChecks = Readonly<Record<string, (value: unknown) => FieldProblem>>

/**
 * Checks the whole body before anything else, as Synapse does where it has a model of it. One field alone is
 * told apart as missing or without sense, everything else is `M_BAD_JSON`.
 */
export function checkTypes(body: JsonObject, checks: FieldChecks): void {
  const problems = Object.entries(checks).flatMap(([field, check]) => {
    const problem = check(body[field])
    return problem === undefined ? [] : [{ field, problem }]
  })
  const [first] = problems
  if (first === undefined) return
  const errcode = problems.length > 1 ? 'M_BAD_JSON' : ERRCODES[first.problem]
  const fields = problems.map(({ field }) => `'${field}'`).join(', ')
  throw new Refused(matrixError(400, errcode, `Validation error for [${fields}]`))
}

const ERRCODES = {
  missing: 'M_MISSING_PARAM',
  'wrong-type': 'M_BAD_JSON',
  'wrong-value': 'M_INVALID_PARAM',
} satisfies Record<NonNullable<FieldProblem>, string>

/** What a client secret is made of (client-server API v1.18). */
export const SECRET = /^[0-9a-zA-Z.=_-]{1,255}$/

export const required =
  (check: (value: unknown) => FieldProblem) =>
  (value: unknown): FieldProblem =>
    value === undefined ? 'missing' : check(value)

export const optional =
  (check: (value: unknown) => FieldProblem) =>
  (value: unknown): FieldProblem =>
    value === undefined || value === null ? undefined : check(value)

export const string = (value: unknown): FieldProblem => (typeof value === 'string' ? undefined : 'wrong-type')

export const integer = (value: unknown): FieldProblem => (Number.isInteger(value) ? undefined : 'wrong-type')

export const secret = (value: unknown): FieldProblem =>
  typeof value === 'string' && SECRET.test(value) ? undefined : 'wrong-type'

/** Synapse looks for two capital letters anywhere in it. */
export const country = (value: unknown): FieldProblem =>
  typeof value === 'string' && /[A-Z]{2}/.test(value) ? undefined : 'wrong-value'

/** `auth` of user-interactive auth. */
export const authData = (value: unknown): FieldProblem =>
  isJsonObject(value) && !optional(string)(value.session) && !optional(string)(value.type)
    ? undefined
    : 'wrong-type'
