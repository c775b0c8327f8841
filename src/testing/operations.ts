/** What a request asks for, by the specification's operation ids (`submitToken` is the `submit_url`). */
export type Operation =
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
export type OperationGroup = Operation | 'requestToken' | 'any'

/** Whether the operation belongs to the group. */
export function isIn(group: OperationGroup, operation: Operation | undefined): boolean {
  if (group === 'any' || group === operation) return true
  return group === 'requestToken' && operation !== undefined && operation.startsWith('requestToken')
}

/** The path of the `submit_url`, Synapse's. */
export const SUBMIT_PATH = '/_matrix/client/unstable/add_threepid/msisdn/submit_token'

const API_ROUTES: Readonly<Record<string, Partial<Record<string, Operation>>>> = {
  '/register/msisdn/requestToken': { POST: 'requestTokenToRegisterMSISDN' },
  '/account/password/msisdn/requestToken': { POST: 'requestTokenToResetPasswordMSISDN' },
  '/account/3pid/msisdn/requestToken': { POST: 'requestTokenTo3PIDMSISDN' },
  // ToM-server takes the codes of its text messages here, under the name of the email endpoint.
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

/** Where a request leads. */
export interface Route {
  /** `undefined` where nothing stands at the path, or nothing for this method. */
  operation: Operation | undefined
  /** What stands at the path, for any method. */
  standing: readonly Operation[]
  /** Whether the path is one of the client-server API, known or not. */
  isApi: boolean
}

/**
 * Finds what a request asks for. The API stands under `/_matrix/client/v3`, `/_matrix/client/r0` and the
 * homeserver's own `apiPath`.
 */
export function findRoute(method: string, path: string, apiPath: string): Route {
  const methods = methodsOf(path, ['/_matrix/client/v3', '/_matrix/client/r0', apiPath])
  const standing = Object.values(methods).filter((operation) => operation !== undefined)
  const isApi = path.startsWith('/_matrix/client/') || path.startsWith(`${parentOf(apiPath)}/`)
  return { operation: methods[method], standing, isApi }
}

function methodsOf(path: string, apiPaths: string[]): Partial<Record<string, Operation>> {
  if (path === SUBMIT_PATH) return { POST: 'submitToken', GET: 'submitToken' }
  for (const apiPath of apiPaths) {
    const below = parentOf(apiPath)
    // `/versions` is not versioned, and what came later is of version 1: both stand beside the API's version.
    if (path === `${below}/versions`) return { GET: 'getVersions' }
    if (path === `${below}/v1/auth_metadata`) return { GET: 'getAuthMetadata' }
    const route = path.startsWith(`${apiPath}/`) ? API_ROUTES[path.slice(apiPath.length)] : undefined
    if (route) return route
  }
  return {}
}

/** `/_matrix/client` of `/_matrix/client/v3`. */
function parentOf(apiPath: string): string {
  return apiPath.slice(0, apiPath.lastIndexOf('/'))
}
