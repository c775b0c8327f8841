import { add3PID, changePassword, getAccount3PIDs, getTokenOwner } from './accountCalls.js'
import { Refused, type SimulatedAnswer } from './answers.js'
import type { Call } from './call.js'
import type { SimulatedOperation } from './operations.js'
import { login, logout, logoutAll } from './login.js'
import { getAuthMetadata, getCapabilities, getLoginFlows, getVersions } from './offers.js'
import { register } from './register.js'
import { requestToken } from './requestToken.js'
import type { ServerState } from './serverState.js'
import { submitToken } from './submitToken.js'

const handlers: Readonly<Record<SimulatedOperation, (server: ServerState, call: Call) => SimulatedAnswer>> = {
  requestTokenToRegisterMSISDN: requestToken,
  requestTokenToResetPasswordMSISDN: requestToken,
  requestTokenTo3PIDMSISDN: requestToken,
  submitToken,
  register,
  changePassword,
  add3PID,
  getTokenOwner,
  getAccount3PIDs,
  getCapabilities,
  getVersions,
  getLoginFlows,
  getAuthMetadata,
  login,
  logout,
  logout_all: logoutAll,
}

/** Handles a request. If a check refuses it, returns the refusal. */
export function handleCall(server: ServerState, call: Call): SimulatedAnswer {
  try {
    return handlers[call.operation](server, call)
  } catch (error) {
    if (error instanceof Refused) return error.answer
    throw error
  }
}
