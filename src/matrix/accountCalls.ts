import type { AccountOperation } from './AccountError.js'
import type { Purpose } from './purposes.js'

/**
 * A capability by which a homeserver forbids its accounts a change (client-server API v1.18, "Capabilities
 * negotiation").
 */
export type ChangeCapability = 'm.3pid_changes' | 'm.change_password'

/** The call in which a verified number is used (client-server API v1.18). Its path is relative to the API's prefix. */
export interface AccountCall {
  operation: AccountOperation
  path: string
  /** A body with which the call lists its flows and does nothing else; `null` if it has no flows. */
  probe: Readonly<Record<string, unknown>> | null
  /** What forbids it to a signed-in account; `null` if it needs no account. */
  capability: ChangeCapability | null
}

/** The calls of all purposes. They stand apart from `PURPOSES`, because a page that only verifies makes none of them. */
export const ACCOUNT_CALLS: Readonly<Record<Purpose, AccountCall>> = {
  register: {
    operation: 'register',
    path: '/register',
    // If a server registers without asking for auth, at least no device is signed in.
    probe: { inhibit_login: true },
    capability: null,
  },
  resetPassword: {
    operation: 'changePassword',
    path: '/account/password',
    probe: {},
    capability: 'm.change_password',
  },
  addToAccount: {
    operation: 'add3PID',
    path: '/account/3pid/add',
    probe: null,
    capability: 'm.3pid_changes',
  },
}
