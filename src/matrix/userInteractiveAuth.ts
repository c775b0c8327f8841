import type { AccountError } from './AccountError.js'
import { readChallenge } from './authFlows.js'
import {
  firstRound,
  isProof,
  nextRound,
  noWayOn,
  type AuthRequest,
  type Round,
  type Run,
} from './authRounds.js'
import { inAuthSession } from './authSessions.js'
import { callHomeserver, errcodeOf } from './callHomeserver.js'
import type { Answer } from './transport.js'
import type { MatrixClient } from './createMatrixClient.js'
import { isSessionLost, toAccountError } from './readAccountError.js'
import { waitUnlessAborted } from './waitUnlessAborted.js'

/** Milliseconds in which a homeserver hears of a code that was just right, where another process took it. */
const REPEAT_DELAY = 1000

/**
 * Runs a call through user-interactive auth (client-server API v1.18, "User-Interactive Authentication API"):
 * the same URL and body in every round, the stages of one flow in their order, each answered once, and the
 * session carried, also from a call that failed to the one that repeats it. A session that the server has
 * forgotten is begun anew with the same proof, once.
 *
 * @param owner what remembers an unfinished session
 * @param read makes the result of the last answer; if it throws, the call is unfinished
 */
export function runWithAuth<Result>(
  client: MatrixClient,
  request: AuthRequest,
  owner: object,
  read: (answer: Answer) => Result,
): Promise<Result> {
  const { phone, path, accessToken = '' } = request
  const key = [client.baseUrl, client.apiPath, path, phone.sid, phone.clientSecret, accessToken].join(' ')
  return inAuthSession(owner, key, async (session) => read(await finish({ client, request, session })))
}

async function finish(run: Run): Promise<Answer> {
  const { session } = run
  const tried = new Set<string>()
  let round = firstRound(run)
  let [hasRestarted, hasRepeated] = [false, false]
  for (;;) {
    const answer = await send(run, round)
    if (isDone(answer)) return answer

    if (isSessionLost(answer) && session.id !== undefined && !hasRestarted) {
      hasRestarted = true
      session.id = undefined
      tried.clear()
      round = firstRound(run)
      continue
    }
    const challenge = readChallenge(answer)
    session.id = challenge?.session ?? session.id
    const { stage } = round
    if (challenge === null || (stage !== undefined && !challenge.completed.includes(stage))) {
      const error = refusal(run, round, answer)
      if (error.kind !== 'proof-refused' || hasRepeated) throw error
      hasRepeated = true
      await waitUnlessAborted(REPEAT_DELAY, run.request.options.signal)
      continue
    }
    round = await nextRound(run, challenge)
    // A server that forgets what it has taken would be answered for ever.
    if (round.stage !== undefined && tried.has(round.stage)) throw noWayOn(run)
    if (round.stage !== undefined) tried.add(round.stage)
  }
}

async function send({ client, request }: Run, { auth, stage }: Round): Promise<Answer> {
  const { operation, path, body, accessToken, options } = request
  const url = `${client.baseUrl}${client.apiPath}${path}`
  const { signal } = options
  // Without a stage there is no auth at all: Synapse 1.67 crashes on null.
  const answer = await callHomeserver(client, {
    method: 'POST',
    url,
    body: { ...body, auth },
    accessToken,
    signal,
  })
  if (typeof answer === 'string')
    throw toAccountError({ operation, stage, isProof: false }, answer, client.now())
  return answer
}

function isDone(answer: Answer): boolean {
  return answer.status >= 200 && answer.status < 300 && errcodeOf(answer) === undefined
}

function refusal({ client, request }: Run, { stage }: Round, answer: Answer): AccountError {
  const { operation } = request
  const attempt = { operation, stage, isProof: stage !== undefined && isProof(request, stage) }
  return toAccountError(attempt, answer, client.now())
}
