import { matrixError, Refused, type SimulatedAnswer } from './answers.js'
import type { JsonObject } from './call.js'
import type { Rules } from './rules.js'

/** Checks one stage: returns what it proved (a number, a user ID), or throws `Refused`. */
export type StageCheck = (auth: JsonObject) => string

/** What an endpoint requires: flows of stages, and how each stage is checked. */
export interface Requirement {
  flows: readonly (readonly string[])[]
  checks: Readonly<Record<string, StageCheck>>
}

/** Stages that Synapse with an SMS delegate checks even if no flow contains them. */
const EVERYWHERE = ['m.login.dummy', 'm.login.msisdn']

/**
 * Completes the stage, or returns the error that is sent in the 401 with the flows. Throws if the stage or its fields
 * are not acceptable; the request then fails without the flows.
 */
export function runStage(
  completed: Map<string, string>,
  auth: JsonObject,
  { flows, checks }: Requirement,
  { anyStage, stagesInOrder }: Rules,
): SimulatedAnswer | undefined {
  const { type: stage } = auth
  // Without a type, the client only asks whether the stages are complete by now.
  if (typeof stage !== 'string' || completed.has(stage)) return undefined
  const check = checks[stage]
  const isAsked = flows.some((flow) => flow.includes(stage))
  if (!check || !(isAsked || (anyStage && EVERYWHERE.includes(stage)))) {
    throw new Refused(matrixError(400, 'M_INVALID_PARAM', 'Invalid login submission'))
  }
  const isNext = (flow: readonly string[]) =>
    flow.includes(stage) && flow.slice(0, flow.indexOf(stage)).every((earlier) => completed.has(earlier))
  if (stagesInOrder && !flows.some(isNext)) {
    return matrixError(401, 'M_FORBIDDEN', 'The stages of a flow must be completed in order')
  }
  try {
    completed.set(stage, check(auth))
    return undefined
  } catch (error) {
    if (error instanceof Refused && error.answer.status !== 400) return error.answer
    throw error
  }
}
