import { AccountError, type AccountErrorKind, type AccountOperation } from './AccountError.js'
import { chooseFlow, type Challenge } from './authFlows.js'
import type { AuthSession } from './authSessions.js'
import { askApp, handlerOf, type AuthOptions, type AuthStage } from './authStages.js'
import type { MatrixClient } from './createMatrixClient.js'
import { uiaAuth, type VerifiedPhone } from './uiaAuth.js'

const PROOF = 'm.login.msisdn'

/** A call that wants user-interactive auth. */
export interface AuthRequest {
  operation: AccountOperation
  /** Below the API's prefix. */
  path: string
  /** The same in every round of a call, for servers that compare. */
  body: Record<string, unknown>
  accessToken?: string | undefined
  phone: VerifiedPhone
  /** Whether the number is a stage of the auth, or stands in the body. */
  isProvedByStage: boolean
  /** Stages that the call's own parameters answer, by type. */
  answers?: Readonly<Record<string, Record<string, unknown>>> | undefined
  options: AuthOptions
}

/** One call under way. */
export interface Run {
  client: MatrixClient
  request: AuthRequest
  session: AuthSession
}

/** What is sent beside the body, `undefined` for nothing, and the stage that it tries. */
export interface Round {
  auth: Record<string, unknown> | undefined
  stage: string | undefined
}

/**
 * A call that goes on in a session asks first what is still missing there; if nothing is, that is the last answer
 * already.
 */
export function firstRound({ session }: Run): Round {
  return { auth: session.id === undefined ? undefined : { session: session.id }, stage: undefined }
}

/** Answers the next stage of the flow, or says why that cannot be. */
export async function nextRound(run: Run, challenge: Challenge): Promise<Round> {
  const { request, session } = run
  const stage = nextStage(run, challenge)
  const carried = session.id === undefined ? {} : { session: session.id }
  if (isProof(request, stage)) {
    return { auth: { ...uiaAuth(request.phone, { idAccessToken: identityToken(run) }), ...carried }, stage }
  }
  const answer = ownAnswer(request, stage) ?? (await askApp(toStage(run, challenge, stage), request.options))
  if (answer === null) {
    const reason = request.options.signal?.aborted === true ? 'it was given up' : 'nothing answered it'
    const message = `${request.operation} ended at ${nameOf(run, stage)}, because ${reason}.`
    throw ownError(run, 'stage-abandoned', message, stage)
  }
  return { auth: answer === 'elsewhere' ? carried : { ...answer, type: stage, ...carried }, stage }
}

/** The token of the identity server that the number was verified through; no other server's. */
function identityToken({ client: { identityServer }, request: { options, phone } }: Run): string | undefined {
  if (options.idAccessToken !== undefined) return options.idAccessToken
  return identityServer?.idServer === phone.idServer ? identityServer?.idAccessToken : undefined
}

function nextStage(run: Run, challenge: Challenge): string {
  const { request } = run
  const flow = chooseFlow(challenge, {
    needed: request.isProvedByStage ? PROOF : undefined,
    isOurs: (stage) => isProof(request, stage) || ownAnswer(request, stage) !== undefined,
    isHandled: (stage) => handlerOf(stage, request.options) !== undefined,
  })
  if (flow === null) {
    const message = `${request.operation} takes no phone number here: no flow holds ${PROOF}.`
    throw ownError(run, 'not-supported', message)
  }
  if ('unanswered' in flow) {
    const wanted = nameOf(run, flow.unanswered)
    const message = `${request.operation} wants ${wanted}, which options.stages does not answer.`
    throw ownError(run, 'stage-unanswered', message, flow.unanswered)
  }
  const stage = flow.stages.find((one) => !challenge.completed.has(one))
  if (stage === undefined) throw noWayOn(run)
  return stage
}

function toStage({ client, session }: Run, { params }: Challenge, type: string): AuthStage {
  const { baseUrl, apiPath } = client
  const query = session.id === undefined ? '' : `?session=${encoded(session.id)}`
  const fallbackUrl = `${baseUrl}${apiPath}/auth/${encoded(type)}/fallback/web${query}`
  const shown = params[type]
  const isObject = typeof shown === 'object' && shown !== null && !Array.isArray(shown)
  return { type, params: isObject ? { ...shown } : {}, session: session.id, fallbackUrl }
}

/** For a URL, whatever it is: half a surrogate pair has no encoding. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'))
}

/** Whether the stage is the proof of the number. */
export function isProof({ isProvedByStage }: AuthRequest, stage: string): boolean {
  return isProvedByStage && stage === PROOF
}

/** What we answer without the app. */
function ownAnswer({ answers }: AuthRequest, stage: string): Record<string, unknown> | undefined {
  if (stage === 'm.login.dummy') return {}
  return answers !== undefined && Object.hasOwn(answers, stage) ? answers[stage] : undefined
}

/** The stages of the specification (client-server API v1.18, "Authentication types"). */
const KNOWN_STAGES: readonly string[] = [
  PROOF,
  'm.login.password',
  'm.login.recaptcha',
  'm.login.sso',
  'm.login.email.identity',
  'm.login.dummy',
  'm.login.registration_token',
  'm.login.terms',
  'm.oauth',
]

/**
 * A stage's type as an error may show it: one of the specification, or one that the app itself has named. Any other may be
 * made of what the server was sent.
 */
export function shownStage({ options: { stages = {} } }: AuthRequest, stage: string): string | undefined {
  return KNOWN_STAGES.includes(stage) || Object.hasOwn(stages, stage) ? stage : undefined
}

function nameOf({ request }: Run, stage: string): string {
  return shownStage(request, stage) ?? 'another stage'
}

/** The error for a server that asks in circles, or on and on. */
export function noWayOn(run: Run): AccountError {
  const message = `${run.request.operation} is asked for stages that were answered, or for more and more of them.`
  return ownError(run, 'bad-response', message)
}

function ownError({ request }: Run, kind: AccountErrorKind, message: string, stage = ''): AccountError {
  const { operation } = request
  return new AccountError({ kind, operation, message, stage: shownStage(request, stage) })
}
