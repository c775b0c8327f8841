import * as z from 'zod/mini'
import { parseUrl } from './parseUrl.js'

/** What the three requestToken calls take (client-server API v1.18, `POST /register/msisdn/requestToken`). */
export interface RequestTokenParameters {
  /** 1 to 255 characters of `[0-9a-zA-Z.=_-]`; a fresh one for every number. */
  clientSecret: string
  /** Two uppercase letters, ISO 3166-1 alpha-2. */
  country: string
  /** The number, sent as it is given; the hook gives canonical E.164. */
  phoneNumber: string
  /** A positive integer. The server texts only if it is greater than what it saw for this secret and number. */
  sendAttempt: number
  /** Where a link in the SMS leads to after the validation; an absolute URL. */
  nextLink?: string | undefined
  /** Host and optional port of an identity server; goes with `idAccessToken`. */
  idServer?: string | undefined
  /** The identity server's access token. */
  idAccessToken?: string | undefined
}

/** What `submitToken` takes (identity service API v1.18, `submitToken`). */
export interface SubmitTokenParameters {
  /** The `submit_url` of the requestToken answer. */
  submitUrl: string
  /** The session ID of the requestToken answer. */
  sid: string
  /** The client secret of the requestToken call. */
  clientSecret: string
  /** The code from the SMS, passed on as it is. */
  token: string
}

/**
 * A value that keeps a rule. The rule is a plain function, because zod's own types and checks cost every user half a
 * kB; it alone says that the value is of the type.
 */
function field<Value>(rule: string, keeps: (value: unknown) => boolean): z.ZodMiniType<Value> {
  return z.any().check(({ value, issues }) => {
    if (!keeps(value)) issues.push({ code: 'custom', message: rule, input: value })
  })
}

function text(rule: string, keeps: (value: string) => boolean = (value) => value !== '') {
  return field<string>(rule, (value) => typeof value === 'string' && keeps(value))
}

function opaqueId(name: string) {
  const rule = `${name} must be 1 to 255 characters of [0-9a-zA-Z.=_-]`
  return text(rule, (value) => /^[0-9a-zA-Z.=_-]{1,255}$/.test(value))
}

function filled(name: string) {
  return text(`${name} must be a string that is not empty`)
}

/** Checked at run time too, for callers without types. */
export const ID_SERVER_RULE = 'idServer and idAccessToken must be given together, and neither empty'

/** One schema a field, so that importing the hook alone does not bundle zod's objects. */
export const requestTokenFields = {
  clientSecret: opaqueId('clientSecret'),
  country: text('country must be two uppercase letters (ISO 3166-1 alpha-2)', (value) =>
    /^[A-Z]{2}$/.test(value),
  ),
  phoneNumber: filled('phoneNumber'),
  sendAttempt: field<number>(
    'sendAttempt must be a positive integer',
    (value) => Number.isSafeInteger(value) && Number(value) > 0,
  ),
}

/** The same for what may be absent. */
export const requestTokenOptions = {
  nextLink: text('nextLink must be an absolute URL', (value) => parseUrl(value) !== null),
  idServer: text(ID_SERVER_RULE),
  idAccessToken: text(ID_SERVER_RULE),
}

/** A code to submit. */
export const submitTokenFields = {
  submitUrl: filled('submitUrl'),
  sid: opaqueId('sid'),
  clientSecret: requestTokenFields.clientSecret,
  token: filled('token'),
}

/** What a requestToken call answers, and what may be absent there. */
export const requestTokenResponseFields = { sid: submitTokenFields.sid }
export const requestTokenResponseOptions = { submit_url: filled('submit_url') }

/** What a server answers to a code. */
export const submitTokenResponseFields = {
  success: field<boolean>('success must be true or false', (value) => typeof value === 'boolean'),
}

/** An errcode, of the specification or of a vendor: words in capitals, and three digits at most. */
const ERRCODE = /^(?!(?:.*\d){4})(?=.*_)[A-Z][A-Z\d_.]{0,63}$/

/** The errcode of a refusal. What is of another shape is not repeated: it may be a code, a number or a secret. */
export const errorFields = {
  errcode: text('errcode must be a short word', (value) => ERRCODE.test(value)),
}

/** The first rule that values break, with its field; `null` where they keep all. Absent options break none. */
export function findBrokenRule(
  values: Record<string, unknown>,
  fields: Record<string, z.ZodMiniType>,
  options: Record<string, z.ZodMiniType> = {},
): { field: string; rule: string } | null {
  for (const [field, schema] of Object.entries({ ...fields, ...options })) {
    const value = values[field]
    const { error } = value === undefined && field in options ? {} : z.safeParse(schema, value)
    if (error) return { field, rule: error.issues[0]?.message ?? '' }
  }
  const isPaired = (values['idServer'] === undefined) === (values['idAccessToken'] === undefined)
  return isPaired ? null : { field: 'idServer', rule: ID_SERVER_RULE }
}

/** The body of a requestToken call as the wire spells it. Absent options are absent: JSON leaves them out. */
export function toRequestTokenBody(parameters: RequestTokenParameters): Record<string, unknown> {
  return {
    client_secret: parameters.clientSecret,
    country: parameters.country,
    phone_number: parameters.phoneNumber,
    send_attempt: parameters.sendAttempt,
    next_link: parameters.nextLink,
    id_server: parameters.idServer,
    id_access_token: parameters.idAccessToken,
  }
}
