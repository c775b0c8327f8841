import type { AuthOptions } from './authStages.js'
import type { MatrixClient } from './createMatrixClient.js'
import { ownProperties } from './ownProperties.js'
import { PURPOSES } from './purposes.js'
import type { VerifiedPhone } from './uiaAuth.js'
import { runWithAuth } from './userInteractiveAuth.js'

/** The password to set (client-server API v1.18, `POST /account/password`). */
export interface NewPassword {
  /** As the person typed it. */
  newPassword: string
  /** Whether to sign out every other device. @default true */
  logoutDevices?: boolean | undefined
}

/**
 * Sets a new password for the account that a verified number belongs to: `POST /account/password` through
 * user-interactive auth, by a flow that contains `m.login.msisdn` (client-server API v1.18, "Password management").
 * Without an access token, the call resets a forgotten password. A client that has an access token sends it, and the
 * call changes the password of its own account.
 *
 * Synapse does not accept a phone number here, in any version: the call fails at once with `not-supported`. Ask
 * `probePhoneSupport` before the person requests an SMS. Two identical calls at the same time share one run; a
 * different call with the same proof waits for it.
 *
 * @throws AccountError
 * @example
 * await resetPasswordWithPhone(client, phone, { newPassword })
 */
export function resetPasswordWithPhone(
  client: MatrixClient,
  phone: VerifiedPhone,
  password: NewPassword,
  options: AuthOptions = {},
): Promise<void> {
  return resetPasswordFor(client, client, phone, password, options)
}

/** Like {@link resetPasswordWithPhone}, but `owner` remembers an unfinished call instead of the client. */
export async function resetPasswordFor(
  owner: object,
  client: MatrixClient,
  phone: VerifiedPhone,
  password: NewPassword,
  options: AuthOptions,
): Promise<void> {
  const { newPassword, logoutDevices = true } = ownProperties(password)
  await runWithAuth(
    client,
    {
      ...PURPOSES.resetPassword.account,
      // `logout_devices` is always sent, because servers have different defaults for it.
      body: { new_password: newPassword, logout_devices: logoutDevices },
      accessToken: client.accessToken,
      phone,
      isProvedByStage: true,
      options,
    },
    owner,
    () => undefined,
  )
}
