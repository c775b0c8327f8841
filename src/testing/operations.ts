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
  '/login': { GET: 'getLoginFlows' },
}

/** A known operation, or the status with which an unknown one is answered. */
export type Route = { operation: Operation } | { operation: undefined; status: 404 | 405 }

/**
 * Finds what a request asks for. The API stands under `/_matrix/client/v3`, `/_matrix/client/r0` and the
 * homeserver's own `apiPath`.
 */
export function findRoute(method: string, path: string, apiPath: string): Route {
  const methods = methodsOf(path, ['/_matrix/client/v3', '/_matrix/client/r0', apiPath])
  if (methods === undefined) return { operation: undefined, status: 404 }
  const operation = methods[method]
  return operation === undefined ? { operation, status: 405 } : { operation }
}

function methodsOf(path: string, apiPaths: string[]): Partial<Record<string, Operation>> | undefined {
  if (path === SUBMIT_PATH) return { POST: 'submitToken', GET: 'submitToken' }
  for (const apiPath of apiPaths) {
    // `/versions` is not versioned: it stands beside the API's version.
    if (path === `${apiPath.slice(0, apiPath.lastIndexOf('/'))}/versions`) return { GET: 'getVersions' }
    const route = path.startsWith(`${apiPath}/`) ? API_ROUTES[path.slice(apiPath.length)] : undefined
    if (route) return route
  }
  return undefined
}
