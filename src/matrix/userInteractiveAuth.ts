import { AccountError } from './AccountError.js'
import { readChallenge } from './authFlows.js'
import {
  firstRound,
  isProof,
  nextRound,
  noWayOn,
  shownStage,
  type AuthRequest,
  type Round,
  type Run,
} from './authRounds.js'
import { inAuthSession } from './authSessions.js'
import { callHomeserver } from './callHomeserver.js'
import type { MatrixClient } from './createMatrixClient.js'
import { ownProperties } from './ownProperties.js'
import { reportSpent } from './proofSpent.js'
import { isSessionLost, isSessionRefused, toAccountError } from './readAccountError.js'
import { isSuccess } from './readAnswer.js'
import type { Answer, NoAnswer } from './transport.js'
import { waitUnlessAborted } from './waitUnlessAborted.js'

/**
 * Milliseconds before a refused proof is sent once more. The code may have been accepted only a moment ago, by another
 * process of the homeserver.
 */
const REPEAT_DELAY = 1000

/** The maximum number of requests in one call. Each of them carries the password. */
const MOST_ROUNDS = 12

/**
 * Runs a call through user-interactive auth (client-server API v1.18, "User-Interactive Authentication API"). Every
 * round sends the same URL and body, and the stages of one flow are answered in order, each once. The session is kept
 * between rounds, and between a failed call and the one that repeats it. If the server has forgotten the session or
 * refuses to continue it, a new one starts with the same proof, at most once per call.
 *
 * @param owner the object that remembers an unfinished session
 * @param read creates the result from the final response; if it throws, the call counts as unfinished
 */
export async function runWithAuth<Result>(
  client: MatrixClient,
  given: AuthRequest,
  owner: object,
  read: (answer: Answer) => Result,
): Promise<Result> {
  const request = { ...given, options: ownProperties(given.options) }
  const { phone, path, accessToken = '', options, operation } = request
  try {
    const call = {
      key: [client.baseUrl, client.apiPath, path, phone.sid, phone.clientSecret, accessToken].join(' '),
      body: JSON.stringify([request.body, request.answers]),
      signal: options.signal,
      givenUp: () => refusal({ client, request }, { stage: undefined }, 'timeout'),
    }
    return await inAuthSession(owner, call, async (session) => {
      const result = read(await finish({ client, request, session }))
      reportSpent(phone)
      return result
    })
  } catch (cause) {
    if (cause instanceof AccountError) throw cause
    // The value could not be converted to JSON. The original error is dropped, because it may repeat the value.
    const message = `${operation} was given, or got as a stage's answer, what cannot be sent.`
    throw new AccountError({ kind: 'stage-abandoned', operation, message })
  }
}

async function finish(run: Run): Promise<Answer> {
  const { session } = run
  const tried = new Set<string>()
  const carried = firstRound(run)
  let round = carried
  let [hasRestarted, hasRepeated] = [false, false]
  for (let rounds = 0; rounds < MOST_ROUNDS; rounds += 1) {
    const answer = await send(run, round)
    // A 2xx without a JSON object comes from a proxy or a captive portal, not from the homeserver.
    if (isSuccess(answer) && answer.isObject) return answer

    const challenge = readChallenge(answer)
    const isStuck = challenge === null && round === carried && isSessionRefused(refusal(run, round, answer))
    if ((isSessionLost(answer) || isStuck) && session.id !== undefined && !hasRestarted) {
      hasRestarted = true
      session.id = undefined
      tried.clear()
      round = firstRound(run)
      continue
    }
    session.id = challenge?.session ?? session.id
    const { stage } = round
    if (challenge === null || (stage !== undefined && !challenge.completed.has(stage))) {
      const error = refusal(run, round, answer)
      if (error.kind !== 'proof-refused' || hasRepeated) throw error
      hasRepeated = true
      await waitUnlessAborted(REPEAT_DELAY, run.request.options.signal)
      continue
    }
    round = await nextRound(run, challenge)
    // Otherwise a server that forgets completed stages would be answered again and again.
    if (round.stage !== undefined && tried.has(round.stage)) throw noWayOn(run)
    if (round.stage !== undefined) tried.add(round.stage)
  }
  throw noWayOn(run)
}

async function send({ client, request }: Run, { auth, stage }: Round): Promise<Answer> {
  const { path, body, accessToken, options } = request
  const url = `${client.baseUrl}${client.apiPath}${path}`
  const { signal } = options
  // An `auth` that is undefined stays out of the body: Synapse 1.67 crashes on null.
  const answer = await callHomeserver(client, {
    method: 'POST',
    url,
    body: { ...body, auth },
    accessToken,
    signal,
  })
  if (typeof answer === 'string') throw refusal({ client, request }, { stage }, answer)
  return answer
}

function refusal(
  { client, request }: Pick<Run, 'client' | 'request'>,
  { stage }: Pick<Round, 'stage'>,
  answer: Answer | NoAnswer,
): AccountError {
  const { operation } = request
  const attempt = {
    operation,
    stage,
    shownStage: stage && shownStage(request, stage),
    isProof: stage !== undefined && isProof(request, stage),
    isSignedIn: Boolean(request.accessToken),
  }
  return toAccountError(attempt, answer, client.now())
}
