import type { MatrixClientOptions } from '../../src/matrix/clientOptions.js'
import type { Purpose } from '../../src/matrix/purposes.js'
import { talkTo, type Reply } from './account.js'

export const PURPOSES: Purpose[] = ['register', 'resetPassword', 'addToAccount']

const MISSING: Reply = { status: 404, body: { errcode: 'M_UNRECOGNIZED', error: 'Unrecognized request' } }

/** A server that answers by method and path (`GET /capabilities`); what it does not know is missing. */
export function serve(answers: Record<string, Reply | 'lost'>, options: Partial<MatrixClientOptions> = {}) {
  return talkTo(({ method, url }) => {
    const path = url.replace('https://matrix.example.org', '').replace('/_matrix/client/v3', '')
    return answers[`${method} ${path}`] ?? MISSING
  }, options)
}
