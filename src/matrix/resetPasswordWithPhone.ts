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
  /** Whether every other device is signed out. @default true */
  logoutDevices?: boolean | undefined
}

/**
 * Sets a new password for the account that a verified number belongs to: `POST /account/password` through
 * user-interactive auth, by a flow that holds `m.login.msisdn` (client-server API v1.18, "Password management").
 * Without an access token that is a reset; a client that has one sends it, and changes its own account.
 *
 * No Synapse takes a phone number here: that ends in `not-supported`, at once. Ask `probePhoneSupport` before the
 * person asks for an SMS. The same call twice at once is one; another one with that proof waits for it.
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

/** The same, where something else than the client remembers an unfinished call. */
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
      // Always sent, because servers differ in what they take its absence for.
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
