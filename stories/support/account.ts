import { uiaAuth, type VerifiedPhone } from '../../src/index.js'
import { homeserver } from './simulated.js'

/** What the homeserver answered. */
export interface Answer {
  status: number
  body: Record<string, unknown>
}

/** Registers an account with a verified number: the first answer names a session, the second call completes it. */
export async function register(phone: VerifiedPhone, username: string, password: string): Promise<Answer> {
  return withAuth('/register', { username, password }, (session) => uiaAuth(phone, { session }))
}

/** Sets a new password for the account that the verified number belongs to. */
export async function resetPassword(phone: VerifiedPhone, newPassword: string): Promise<Answer> {
  return withAuth('/account/password', { new_password: newPassword }, (session) =>
    uiaAuth(phone, { session }),
  )
}

/** Adds a verified number to the account of an access token; its password proves who asks. */
export async function addPhone(
  phone: VerifiedPhone,
  { accessToken, userId, password }: { accessToken: string; userId: string; password: string },
): Promise<Answer> {
  const auth = (session: string) => ({
    type: 'm.login.password',
    identifier: { type: 'm.id.user', user: userId },
    password,
    session,
  })
  const body = { sid: phone.sid, client_secret: phone.clientSecret }
  return withAuth('/account/3pid/add', body, auth, accessToken)
}

async function withAuth(
  path: string,
  body: Record<string, unknown>,
  auth: (session: string) => object,
  accessToken?: string,
): Promise<Answer> {
  const challenge = await post(path, body, accessToken)
  if (challenge.status !== 401) return challenge
  return post(path, { ...body, auth: auth(String(challenge.body['session'])) }, accessToken)
}

async function post(path: string, body: object, accessToken: string | undefined): Promise<Answer> {
  const response = await fetch(`${homeserver.baseUrl}/_matrix/client/v3${path}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(accessToken !== undefined && { Authorization: `Bearer ${accessToken}` }),
    },
    body: JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as Answer['body'] }
}
