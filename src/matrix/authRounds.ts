import { AccountError, type AccountErrorKind, type AccountOperation } from './AccountError.js'
import { chooseFlow, type Challenge } from './authFlows.js'
import type { AuthSession } from './authSessions.js'
import { askApp, handlerOf, type AuthOptions, type AuthStage } from './authStages.js'
import type { MatrixClient } from './createMatrixClient.js'
import { uiaAuth, type VerifiedPhone } from './uiaAuth.js'

const PROOF = 'm.login.msisdn'

/** A call that requires user-interactive auth. */
export interface AuthRequest {
  operation: AccountOperation
  /** The path without the API's prefix. */
  path: string
  /** Sent unchanged in every round of a call, because some servers compare the bodies. */
  body: Record<string, unknown>
  accessToken?: string | undefined
  phone: VerifiedPhone
  /** Whether a stage of the auth proves the number. Otherwise the proof is in the body. */
  isProvedByStage: boolean
  /** Answers that come from the call's own parameters, by the stage's type. */
  answers?: Readonly<Record<string, Record<string, unknown>>> | undefined
  options: AuthOptions
}

/** A call in progress. */
export interface Run {
  client: MatrixClient
  request: AuthRequest
  session: AuthSession
}

/** The `auth` object to send with the body, if any, and the stage that it answers. */
export interface Round {
  auth: Record<string, unknown> | undefined
  stage: string | undefined
}

/**
 * A call that continues a session first asks the server which stages are missing. If none is missing, the response is
 * already the final one.
 */
export function firstRound({ session }: Run): Round {
  return { auth: session.id === undefined ? undefined : { session: session.id }, stage: undefined }
}

/** Answers the next stage of the flow. Throws an error that says why, if that is not possible. */
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

/**
 * The access token for the identity server that the number was verified through. The client's token is used only if it
 * is for that server.
 */
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

/** Encodes any text for a URL. Lone surrogates are replaced, because `encodeURIComponent` throws on them. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'))
}

/** Whether the stage is the proof of the number. */
export function isProof({ isProvedByStage }: AuthRequest, stage: string): boolean {
  return isProvedByStage && stage === PROOF
}

/** The answer that the library has for a stage; `undefined` if the app has to answer it. */
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
 * A stage's type, if an error may contain it: one of the specification's types, or one that the app itself named. Any
 * other text may repeat a secret that was sent to the server.
 */
export function shownStage({ options: { stages = {} } }: AuthRequest, stage: string): string | undefined {
  return KNOWN_STAGES.includes(stage) || Object.hasOwn(stages, stage) ? stage : undefined
}

function nameOf({ request }: Run, stage: string): string {
  return shownStage(request, stage) ?? 'another stage'
}

/** The error for a server that asks again for an answered stage, or that never stops asking for more. */
export function noWayOn(run: Run): AccountError {
  const message = `${run.request.operation} is asked for stages that were answered, or for more and more of them.`
  return ownError(run, 'bad-response', message)
}

function ownError({ request }: Run, kind: AccountErrorKind, message: string, stage = ''): AccountError {
  const { operation } = request
  return new AccountError({ kind, operation, message, stage: shownStage(request, stage) })
}
