import { matrixError, Refused } from './answers.js'
import { isJsonObject, type JsonObject } from './call.js'

/** What is wrong with a field; `undefined` if nothing is. */
export type FieldProblem = 'missing' | 'wrong-type' | 'wrong-value' | undefined

/** How to check each field of a body. */
export type FieldChecks = Readonly<Record<string, (value: unknown) => FieldProblem>>

/**
 * Checks the whole body before anything else, as Synapse does for calls that it has a model of. If only one field is
 * wrong, the errcode says whether it is missing or has an invalid value. Everything else is `M_BAD_JSON`.
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

/** The format of a client secret (client-server API v1.18). */
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

/** Like Synapse, accepts any text that contains two capital letters in a row. */
export const country = (value: unknown): FieldProblem =>
  typeof value === 'string' && /[A-Z]{2}/.test(value) ? undefined : 'wrong-value'

/** `auth` of user-interactive auth. */
export const authData = (value: unknown): FieldProblem =>
  isJsonObject(value) && !optional(string)(value.session) && !optional(string)(value.type)
    ? undefined
    : 'wrong-type'
