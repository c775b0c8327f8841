import { objectOf, textOf } from './readAnswer.js'
import type { Answer } from './transport.js'

/** What a server wants before it does something (client-server API v1.18, "User-interactive API"). */
export interface Challenge {
  session: string | undefined
  /** The stages of each flow, in order. */
  flows: string[][]
  completed: string[]
  /** What stages need to be shown, by stage. */
  params: Record<string, unknown>
}

/** Reads a 401 that holds flows; one without them (a bad access token, say) is no challenge. */
export function readChallenge({ status, body }: Answer): Challenge | null {
  if (status !== 401 || !Array.isArray(body['flows'])) return null
  const flows = body['flows'].map((flow) => textsOf(objectOf(flow)['stages']))
  return {
    session: textOf(body['session']),
    flows,
    completed: textsOf(body['completed']),
    params: objectOf(body['params']),
  }
}

function textsOf(values: unknown): string[] {
  return Array.isArray(values) ? values.filter((value) => typeof value === 'string') : []
}

/** Which flows are of use, and which stages we or the app can answer. */
interface FlowWish {
  /** A stage that the flow must hold. */
  needed: string | undefined
  /** Answered without the app. */
  isOurs: (stage: string) => boolean
  /** Answered by the app. */
  isHandled: (stage: string) => boolean
}

/**
 * Chooses the flow that asks least of the app among those that can be finished: fewest stages left for the app,
 * then fewest left at all, then the server's order.
 *
 * @returns the flow; or the stage that nobody answers, where no flow can be finished; or `null` where no flow
 * holds the stage that is needed.
 */
export function chooseFlow(
  { flows, completed }: Pick<Challenge, 'flows' | 'completed'>,
  { needed, isOurs, isHandled }: FlowWish,
): { stages: string[] } | { unanswered: string } | null {
  const candidates = flows
    .filter((stages) => needed === undefined || stages.includes(needed))
    .map((stages) => {
      const left = stages.filter((stage) => !completed.includes(stage))
      const apps = left.filter((stage) => !isOurs(stage))
      return { stages, left, apps, unanswered: apps.filter((stage) => !isHandled(stage)) }
    })
    .sort(
      (one, other) =>
        one.unanswered.length - other.unanswered.length ||
        one.apps.length - other.apps.length ||
        one.left.length - other.left.length,
    )
  const [best] = candidates
  if (best === undefined) return null
  const [unanswered] = best.unanswered
  return unanswered === undefined ? { stages: best.stages } : { unanswered }
}
