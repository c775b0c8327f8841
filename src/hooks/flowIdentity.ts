import { accountOf } from '../matrix/account.js'
import type { MatrixClient } from '../matrix/createMatrixClient.js'
import { PURPOSES, type Purpose } from '../matrix/purposes.js'
import { KEY_PREFIX, pageStorage, type FlowStorage } from './flowStorage.js'

/** What identifies a flow, and where it may be kept. */
export interface FlowIdentity {
  key: string
  /** `null` keeps nothing. */
  storage: FlowStorage | null
}

/**
 * Identifies a flow by base URL, API path, purpose and `id`. A flow that adds a number to an account is also
 * identified by the account: a number that one person verified must not reach the next person's account. If the
 * signed-in account is unknown, such a flow is not stored.
 */
export function identifyFlow(
  client: MatrixClient,
  purpose: Purpose,
  id: string,
  storage: FlowStorage | false | undefined,
): FlowIdentity {
  const account = PURPOSES[purpose].isOfAccount ? accountOf(client) : ''
  const key = `${KEY_PREFIX}${client.baseUrl}${client.apiPath} ${purpose} ${id} ${account ?? ''}`
  const isKept = storage !== false && account !== undefined
  return { key: key.trim(), storage: isKept ? (storage ?? pageStorage()) : null }
}
