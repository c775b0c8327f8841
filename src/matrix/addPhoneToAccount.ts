import { AccountError } from './AccountError.js'
import type { AuthOptions } from './authStages.js'
import type { MatrixClient } from './createMatrixClient.js'
import { ownProperties } from './ownProperties.js'
import { PURPOSES } from './purposes.js'
import type { VerifiedPhone } from './uiaAuth.js'
import { runWithAuth } from './userInteractiveAuth.js'

/** The account that the number is added to, and the proof that the person owns it. */
export interface AccountOwner {
  /** `@alice:matrix.example.org`, or `alice`; for the stage `m.login.password`. @default the client's */
  userId?: string | undefined
  /** The account's password, which answers the stage `m.login.password`. */
  password?: string | undefined
}

/**
 * Adds a verified number to the account of the client's access token: `POST /account/3pid/add` through
 * user-interactive auth (client-server API v1.18, "Adding Account Administrative Contact Information"). Most servers
 * ask for the password; `options.stages` answers whatever else they ask for. Two identical calls at the same time
 * share one run.
 *
 * @throws AccountError
 * @example
 * const client = createMatrixClient({ baseUrl, accessToken })
 * await addPhoneToAccount(client, phone, { userId, password })
 */
export function addPhoneToAccount(
  client: MatrixClient,
  phone: VerifiedPhone,
  account: AccountOwner = {},
  options: AuthOptions = {},
): Promise<void> {
  return addPhoneFor(client, client, phone, account, options)
}

/** Like {@link addPhoneToAccount}, but `owner` remembers an unfinished call instead of the client. */
export async function addPhoneFor(
  owner: object,
  client: MatrixClient,
  phone: VerifiedPhone,
  account: AccountOwner,
  options: AuthOptions,
): Promise<void> {
  const { operation, path } = PURPOSES.addToAccount.account
  const { userId = client.userId, password } = ownProperties(account)
  const { accessToken } = client
  if (accessToken === undefined || accessToken === '') {
    const message = `${operation} was not sent: the client has no accessToken.`
    throw new AccountError({ kind: 'signed-out', operation, message })
  }
  const identifier = { type: 'm.id.user', user: userId }
  const knowsPassword = userId !== undefined && password !== undefined
  await runWithAuth(
    client,
    {
      operation,
      path,
      body: { sid: phone.sid, client_secret: phone.clientSecret },
      accessToken,
      phone,
      isProvedByStage: false,
      ...(knowsPassword && { answers: { 'm.login.password': { identifier, password } } }),
      options,
    },
    owner,
    () => undefined,
  )
}
