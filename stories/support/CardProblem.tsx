import type { AccountError } from '../../src/index.js'
import { accountWords } from './accountWords.js'

/** What went wrong in the last step, read out when it appears. */
export function CardProblem({ error }: { error: AccountError | null }) {
  if (error === null) return null
  return (
    <p className="card-problem" role="alert">
      {accountWords(error)}
    </p>
  )
}
