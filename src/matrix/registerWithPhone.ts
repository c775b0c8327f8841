import { AccountError } from './AccountError.js'
import type { AuthOptions } from './authStages.js'
import type { MatrixClient } from './createMatrixClient.js'
import { textOf } from './readAnswer.js'
import type { Answer } from './transport.js'
import type { VerifiedPhone } from './uiaAuth.js'
import { runWithAuth } from './userInteractiveAuth.js'

/** The account to register (client-server API v1.18, `POST /register`). */
export interface NewAccount {
  /** The part of the user ID before the colon. @default chosen by the server */
  username?: string | undefined
  /** @default none: such an account is signed in to otherwise, if the server has a way */
  password?: string | undefined
  /** @default chosen by the server */
  deviceId?: string | undefined
  initialDeviceDisplayName?: string | undefined
  /** Whether no device is signed in, and no access token made. @default false */
  inhibitLogin?: boolean | undefined
  /** Whether the app can refresh its access token. @default false */
  refreshToken?: boolean | undefined
}

/** An account that was registered. The tokens are credentials; they are absent with `inhibitLogin`. */
export interface RegisteredAccount {
  /** `@alice:matrix.example.org` */
  userId: string
  accessToken?: string | undefined
  deviceId?: string | undefined
  refreshToken?: string | undefined
  /** How long the access token lives, in milliseconds; absent where it does not expire. */
  expiresInMs?: number | undefined
}

/**
 * Registers an account with a verified number: `POST /register` through user-interactive auth, by a flow that
 * holds `m.login.msisdn` (client-server API v1.18, "Account registration"). Sends no access token.
 *
 * Whatever it fails with, it can be called again with the same client and the same proof and goes on where it was:
 * with another name after `username-taken`, with the same one after a lost answer. Neither needs another SMS, and
 * neither makes a second account. The same call twice at once is one; another one with that proof waits for it. A reload forgets the unfinished call, not the proof.
 *
 * @throws AccountError
 * @example
 * const { userId, accessToken } = await registerWithPhone(client, phone, { username: 'alice', password })
 */
export function registerWithPhone(
  client: MatrixClient,
  phone: VerifiedPhone,
  account: NewAccount,
  options: AuthOptions = {},
): Promise<RegisteredAccount> {
  return registerFor(client, client, phone, account, options)
}

/** The same, where something else than the client remembers an unfinished call. */
export function registerFor(
  owner: object,
  client: MatrixClient,
  phone: VerifiedPhone,
  account: NewAccount,
  options: AuthOptions,
): Promise<RegisteredAccount> {
  const body = {
    username: account.username,
    password: account.password,
    device_id: account.deviceId,
    initial_device_display_name: account.initialDeviceDisplayName,
    inhibit_login: account.inhibitLogin,
    refresh_token: account.refreshToken,
  }
  const request = {
    operation: 'register',
    path: '/register',
    body,
    phone,
    isProvedByStage: true,
    options,
  } as const
  return runWithAuth(client, request, owner, readAccount)
}

function readAccount({ status, body }: Answer): RegisteredAccount {
  const userId = textOf(body['user_id'])
  if (userId === undefined) {
    const message = `register got a bad answer (HTTP ${status}): user_id must be a string.`
    throw new AccountError({ kind: 'bad-response', operation: 'register', status, message })
  }
  const { expires_in_ms: expiresInMs } = body
  return {
    userId,
    accessToken: textOf(body['access_token']),
    deviceId: textOf(body['device_id']),
    refreshToken: textOf(body['refresh_token']),
    expiresInMs: typeof expiresInMs === 'number' ? expiresInMs : undefined,
  }
}
