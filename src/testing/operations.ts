/** The operation of a request, by the specification's operation ids (`submitToken` is the `submit_url`). */
export type SimulatedOperation =
  | 'requestTokenToRegisterMSISDN'
  | 'requestTokenToResetPasswordMSISDN'
  | 'requestTokenTo3PIDMSISDN'
  | 'submitToken'
  | 'register'
  | 'changePassword'
  | 'add3PID'
  | 'getTokenOwner'
  | 'getAccount3PIDs'
  | 'getCapabilities'
  | 'getVersions'
  | 'getLoginFlows'
  | 'login'
  | 'logout'
  | 'logout_all'
  | 'getAuthMetadata'

/** An operation, all three requestToken calls, or everything. */
export type OperationGroup = SimulatedOperation | 'requestToken' | 'any'

/** Whether the operation belongs to the group. */
export function isIn(group: OperationGroup, operation: SimulatedOperation | undefined): boolean {
  if (group === 'any' || group === operation) return true
  return group === 'requestToken' && operation !== undefined && operation.startsWith('requestToken')
}

/** The path of the `submit_url`, the same as Synapse's. */
export const SUBMIT_PATH = '/_matrix/client/unstable/add_threepid/msisdn/submit_token'

const API_ROUTES: Readonly<Record<string, Partial<Record<string, SimulatedOperation>>>> = {
  '/register/msisdn/requestToken': { POST: 'requestTokenToRegisterMSISDN' },
  '/account/password/msisdn/requestToken': { POST: 'requestTokenToResetPasswordMSISDN' },
  '/account/3pid/msisdn/requestToken': { POST: 'requestTokenTo3PIDMSISDN' },
  // ToM-server accepts the codes of its text messages here, although the path is for email.
  '/register/email/submitToken': { POST: 'submitToken', GET: 'submitToken' },
  '/register': { POST: 'register' },
  '/account/password': { POST: 'changePassword' },
  '/account/3pid/add': { POST: 'add3PID' },
  '/account/3pid': { GET: 'getAccount3PIDs' },
  '/account/whoami': { GET: 'getTokenOwner' },
  '/capabilities': { GET: 'getCapabilities' },
  '/login': { GET: 'getLoginFlows', POST: 'login' },
  '/logout': { POST: 'logout' },
  '/logout/all': { POST: 'logout_all' },
}

/** The route of a request. */
export interface Route {
  /** `undefined` if the path does not exist, or does not accept this method. */
  operation: SimulatedOperation | undefined
  /** The operations at the path, for all methods. */
  standing: readonly SimulatedOperation[]
  /** Whether the path belongs to the client-server API, even if it does not exist. */
  isApi: boolean
}

/**
 * Finds the operation of a request. The API is available under `/_matrix/client/v3`, `/_matrix/client/r0` and the
 * homeserver's own `apiPath`.
 */
export function findRoute(method: string, path: string, apiPath: string): Route {
  const methods = methodsOf(path, ['/_matrix/client/v3', '/_matrix/client/r0', apiPath])
  const standing = Object.values(methods).filter((operation) => operation !== undefined)
  const isApi = path.startsWith('/_matrix/client/') || path.startsWith(`${parentOf(apiPath)}/`)
  return { operation: methods[method], standing, isApi }
}

function methodsOf(path: string, apiPaths: string[]): Partial<Record<string, SimulatedOperation>> {
  if (path === SUBMIT_PATH) return { POST: 'submitToken', GET: 'submitToken' }
  for (const apiPath of apiPaths) {
    const below = parentOf(apiPath)
    // `/versions` has no version, and `/auth_metadata` is in version 1. Both are beside the API's version and not
    // below it.
    if (path === `${below}/versions`) return { GET: 'getVersions' }
    if (path === `${below}/v1/auth_metadata`) return { GET: 'getAuthMetadata' }
    const route = path.startsWith(`${apiPath}/`) ? API_ROUTES[path.slice(apiPath.length)] : undefined
    if (route) return route
  }
  return {}
}

/** `/_matrix/client` for `/_matrix/client/v3`. */
function parentOf(apiPath: string): string {
  return apiPath.slice(0, apiPath.lastIndexOf('/'))
}
