import { randomBytes } from 'node:crypto'
import type { SmsSink } from './SmsSink.js'

/** What a homeserver answered. */
export interface Answer {
  status: number
  body: Record<string, unknown>
}

/** An account on a homeserver. */
export interface Account {
  username: string
  password: string
  accessToken: string
}

export async function post(
  url: string,
  body: object,
  accessToken?: string,
): Promise<Answer & { headers: Headers }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(accessToken !== undefined && { Authorization: `Bearer ${accessToken}` }),
    },
    body: JSON.stringify(body),
  })
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Answer['body'],
  }
}

export async function get(url: string, accessToken: string): Promise<Answer['body']> {
  const response = await fetch(url, { headers: { Authorization: `Bearer ${accessToken}` } })
  return (await response.json()) as Answer['body']
}

/** A name and a password that nobody has. */
export function newCredentials(): Pick<Account, 'username' | 'password'> {
  return { username: `person-${randomBytes(6).toString('hex')}`, password: randomBytes(12).toString('hex') }
}

/** Asks for an SMS as the form does, without it. */
export async function requestCode(homeserver: string, phoneNumber: string, clientSecret = newSecret()) {
  const answer = await post(`${homeserver}/_matrix/client/v3/register/msisdn/requestToken`, {
    client_secret: clientSecret,
    country: 'DE',
    phone_number: phoneNumber,
    send_attempt: 1,
  })
  return { ...answer, clientSecret }
}

/** Registers an account without the form, with a number if one is given. */
export async function createAccount(
  homeserver: string,
  number?: { phoneNumber: string; sms: SmsSink },
): Promise<Account> {
  const credentials = newCredentials()
  const stage = number === undefined ? { type: 'm.login.dummy' } : await prove(homeserver, number)
  const url = `${homeserver}/_matrix/client/v3/register`
  const challenge = await post(url, credentials)
  const { status, body } = await post(url, {
    ...credentials,
    auth: { ...stage, session: challenge.body['session'] },
  })
  if (status !== 200) throw new Error(`The account was refused: ${JSON.stringify(body)}`)
  return { ...credentials, accessToken: String(body['access_token']) }
}

/** Signs a new device in. */
export async function signIn(
  homeserver: string,
  { username, password }: Pick<Account, 'username' | 'password'>,
): Promise<Answer> {
  return post(`${homeserver}/_matrix/client/v3/login`, {
    type: 'm.login.password',
    identifier: { type: 'm.id.user', user: username },
    password,
  })
}

/** Whether the access token is good. */
export async function isSignedIn(homeserver: string, accessToken: string): Promise<boolean> {
  const { user_id } = await get(`${homeserver}/_matrix/client/v3/account/whoami`, accessToken)
  return user_id !== undefined
}

async function prove(homeserver: string, { phoneNumber, sms }: { phoneNumber: string; sms: SmsSink }) {
  const { body, clientSecret } = await requestCode(homeserver, phoneNumber)
  const creds = { sid: body['sid'], client_secret: clientSecret }
  await post(String(body['submit_url']), { ...creds, token: await sms.code(phoneNumber) })
  return { type: 'm.login.msisdn', threepid_creds: creds }
}

function newSecret(): string {
  return randomBytes(16).toString('hex')
}
