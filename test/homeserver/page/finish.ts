import { uiaAuth, type Purpose, type VerifiedPhone } from '../../../src/index.js'

/** What the page is opened for, in its query. The account's fields are there where an account is. */
export interface Errand {
  homeserver: string
  purpose: Purpose
  username?: string
  password?: string
  accessToken?: string
}

export interface Answer {
  status: number
  body: Record<string, unknown>
}

/** Gives the proof to the homeserver: it becomes an account, or part of one. */
export async function finish(phone: VerifiedPhone, errand: Errand): Promise<Answer> {
  const { username, password } = errand
  if (errand.purpose === 'register') {
    return withAuth(errand, '/register', { username, password }, (session) => uiaAuth(phone, { session }))
  }
  const body = { sid: phone.sid, client_secret: phone.clientSecret }
  return withAuth(errand, '/account/3pid/add', body, (session) => ({
    type: 'm.login.password',
    identifier: { type: 'm.id.user', user: username },
    password,
    session,
  }))
}

async function withAuth(errand: Errand, path: string, body: object, auth: (session: string) => object) {
  const challenge = await post(errand, path, body)
  if (challenge.status !== 401) return challenge
  return post(errand, path, { ...body, auth: auth(String(challenge.body['session'])) })
}

async function post({ homeserver, accessToken }: Errand, path: string, body: object): Promise<Answer> {
  const response = await fetch(`${homeserver}/_matrix/client/v3${path}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(accessToken !== undefined && { Authorization: `Bearer ${accessToken}` }),
    },
    body: JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as Answer['body'] }
}
