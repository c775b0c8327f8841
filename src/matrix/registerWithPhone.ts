import * as z from 'zod/mini'
import { AccountError } from './AccountError.js'
import type { AuthOptions } from './authStages.js'
import type { MatrixClient } from './createMatrixClient.js'
import { ownProperties } from './ownProperties.js'
import { PURPOSES } from './purposes.js'
import { read } from './readAnswer.js'
import { lenient } from './schemas.js'
import type { Answer } from './transport.js'
import type { VerifiedPhone } from './uiaAuth.js'
import { runWithAuth } from './userInteractiveAuth.js'

/** The account to register (client-server API v1.18, `POST /register`). */
export interface NewAccount {
  /** The part of the user ID before the colon. @default chosen by the server */
  username?: string | undefined
  /** As the person typed it. @default no password: the person signs in by other means, if the server offers any */
  password?: string | undefined
  /** The ID of the device to sign in. @default chosen by the server */
  deviceId?: string | undefined
  /** The device's name in the person's list of devices. @default chosen by the server */
  initialDeviceDisplayName?: string | undefined
  /** Whether to register without signing in a device or creating an access token. @default false */
  inhibitLogin?: boolean | undefined
  /** Whether the app can refresh its access token. @default false */
  refreshToken?: boolean | undefined
}

/** An account that was registered. The tokens are credentials; they are absent with `inhibitLogin`. */
export interface RegisteredAccount {
  /** `@alice:matrix.example.org` */
  userId: string
  /** A credential: whoever has it can act as the account. Absent with `inhibitLogin`. */
  accessToken?: string | undefined
  /** The device that is signed in. Absent with `inhibitLogin`. */
  deviceId?: string | undefined
  /** A credential for the next access token, if the server gave one. */
  refreshToken?: string | undefined
  /** How long the access token is valid, in milliseconds; absent if it does not expire. */
  expiresInMs?: number | undefined
}

/** The response to a registration (client-server API v1.18, `POST /register`). */
const registeredSchema = z.object({
  user_id: z.string('user_id must be a string'),
  access_token: lenient(z.string()),
  device_id: lenient(z.string()),
  refresh_token: lenient(z.string()),
  expires_in_ms: lenient(z.number()),
})

/**
 * Registers an account with a verified number: `POST /register` through user-interactive auth, by a flow that contains
 * `m.login.msisdn` (client-server API v1.18, "Account registration"). Sends no access token.
 *
 * Whatever the call fails with, you can make it again with the same client and the same proof, and it continues where
 * it stopped: with another username after `username-taken`, with the same one after a lost response. Neither needs
 * another SMS, and neither creates a second account. Two identical calls at the same time share one run; a different
 * call with the same proof waits for it. A reload forgets the unfinished call, but not the proof.
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

/** Like {@link registerWithPhone}, but `owner` remembers an unfinished call instead of the client. */
export function registerFor(
  owner: object,
  client: MatrixClient,
  phone: VerifiedPhone,
  account: NewAccount,
  options: AuthOptions,
): Promise<RegisteredAccount> {
  const given = ownProperties(account)
  const body = {
    username: given.username,
    password: given.password,
    device_id: given.deviceId,
    initial_device_display_name: given.initialDeviceDisplayName,
    inhibit_login: given.inhibitLogin,
    refresh_token: given.refreshToken,
  }
  const request = { ...PURPOSES.register.account, body, phone, isProvedByStage: true, options }
  return runWithAuth(client, request, owner, readAccount)
}

function readAccount({ status, body }: Answer): RegisteredAccount {
  const reading = read(registeredSchema, body)
  if (reading.isRight) {
    const { user_id, access_token, device_id, refresh_token, expires_in_ms } = reading.data
    return {
      userId: user_id,
      accessToken: access_token,
      deviceId: device_id,
      refreshToken: refresh_token,
      expiresInMs: expires_in_ms,
    }
  }
  const message = `register got a bad answer (HTTP ${status}): ${reading.rule}.`
  throw new AccountError({ kind: 'bad-response', operation: 'register', status, message })
}
