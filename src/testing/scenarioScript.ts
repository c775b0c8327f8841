import type { SimulatedAnswer } from './answers.js'
import { behaviours, type Behaviour } from './behaviours.js'
import { isIn, type SimulatedOperation, type OperationGroup } from './operations.js'
import { specificationRules, type Rules } from './rules.js'
import type { Scenario } from './scenarios.js'

/** Decides what happens to the next requests: the scenario, and failures that happen once. */
export class ScenarioScript {
  scenario: Scenario
  #once: readonly { group: OperationGroup; behaviour: Behaviour }[] = []

  constructor(scenario: Scenario) {
    this.scenario = scenario
  }

  failNext(group: OperationGroup, failure: Scenario | SimulatedAnswer): void {
    const behaviour = typeof failure === 'string' ? behaviourOf(failure) : always(failure)
    this.#once = [...this.#once, { group, behaviour }]
  }

  /** What happens to this request. Uses up the failure that was set for it. */
  take(operation: SimulatedOperation | undefined): Behaviour {
    const standing = behaviourOf(this.scenario)
    const next = this.#once.find(({ group }) => isIn(group, operation))
    if (!next) return standing
    this.#once = this.#once.filter((other) => other !== next)
    const { canned, ...once } = next.behaviour
    return {
      // A response set with `failNext` arrives, even if the scenario breaks the connection.
      ...(canned ? always(canned.answer) : standing),
      ...once,
      rules: { ...standing.rules, ...once.rules },
    }
  }

  /** The rules of the scenario. */
  get rules(): Rules {
    return rulesOf(behaviourOf(this.scenario))
  }
}

/** The specification's rules with the changes of the behaviour. */
export function rulesOf({ rules }: Behaviour): Rules {
  return { ...specificationRules, ...rules }
}

function behaviourOf(scenario: Scenario): Behaviour {
  return behaviours[scenario]
}

function always(answer: SimulatedAnswer): Behaviour {
  return { canned: { to: ['any'], answer } }
}
