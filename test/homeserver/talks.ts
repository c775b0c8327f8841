import { expect } from 'vitest'
import { newCredentials, type Answer } from './account.js'
import {
  ADD,
  type Conversation,
  PASSWORD,
  REGISTER,
  REQUEST,
  REQUEST_TO_ADD,
  REQUEST_TO_RESET,
  stageOf,
} from './Conversation.js'

/** Asks a homeserver something, and answers what it said in the end. */
export type Talk = (talk: Conversation) => Promise<Answer>

const asking = (path: string, change: object = {}, text?: string): Talk => {
  return (talk) => talk.call(path, { ...talk.request, ...change }, text === undefined ? {} : { text })
}

const eitherRequest = [REQUEST, REQUEST_TO_ADD].flatMap((path): [string, Talk][] => [
  [`${path} answers`, asking(path)],
  [`${path} to a form`, asking(path, {}, 'client_secret=a')],
  [`${path} to a list`, asking(path, {}, '[]')],
  [`${path} without a secret`, asking(path, { client_secret: undefined })],
  [`${path} without a country`, asking(path, { country: undefined })],
  [`${path} without a number`, asking(path, { phone_number: undefined })],
  [`${path} without an attempt`, asking(path, { send_attempt: undefined })],
  [`${path} to a number that is none`, asking(path, { phone_number: 'hello' })],
  [`${path} to a national number of no country`, asking(path, { phone_number: '0152 28817', country: 'ZZ' })],
  [
    `${path} to a national number of a lowercase country`,
    asking(path, { phone_number: '0152', country: 'de' }),
  ],
  [
    `${path} to an international number of a lowercase country`,
    (talk) => talk.call(path, { ...talk.request, country: 'de' }),
  ],
  [`${path} to a country of three letters`, asking(path, { country: 'DEU' })],
  [`${path} to a country that is a number`, asking(path, { country: 49 })],
  [`${path} to a number in a number`, asking(path, { phone_number: 49 })],
  [`${path} to a secret that is none`, asking(path, { client_secret: 'a b' })],
  [`${path} to an empty secret`, asking(path, { client_secret: '' })],
  [`${path} to a secret that is too long`, asking(path, { client_secret: 'a'.repeat(256) })],
  [`${path} to a secret in a number`, asking(path, { client_secret: 5 })],
  [`${path} to an attempt in a string`, asking(path, { send_attempt: '1' })],
  [`${path} to half an attempt`, asking(path, { send_attempt: 1.5 })],
  [`${path} to no attempt`, asking(path, { send_attempt: null })],
  [`${path} to attempt zero`, asking(path, { send_attempt: 0 })],
  [`${path} to a link in a number`, asking(path, { next_link: 5 })],
  [`${path} to an identity server without a token`, asking(path, { id_server: 'identity.test' })],
  [`${path} to nothing`, asking(path, {}, '{}')],
  [`${path} to a number far too short`, asking(path, { phone_number: '12' })],
  [`${path} to a link that is none`, asking(path, { next_link: 'nonsense' })],
  [`${path} to GET`, (talk) => talk.call(path, {}, { method: 'GET' })],
  [`${path} to a number in use`, async (talk) => (await talk.register(), asking(path)(talk))],
])

export const requests: [string, Talk][] = [
  ...eitherRequest,
  [`${REQUEST_TO_RESET} answers`, asking(REQUEST_TO_RESET)],
  [`${REQUEST_TO_RESET} to GET`, (talk) => talk.call(REQUEST_TO_RESET, {}, { method: 'GET' })],
  ['/nonsense answers', asking('/nonsense')],
  ['a path beside the API answers', (talk) => talk.call(talk.urlOf('/nonsense'), {}, { method: 'GET' })],
]

export const submissions: [string, Talk][] = [
  ['the code', (talk) => talk.submit()],
  ['the code again', async (talk) => (await talk.verify(), talk.submit())],
  ['a wrong code', (talk) => talk.submit({ token: 'wrong' })],
  [
    'a wrong code after the right one',
    async (talk) => (await talk.verify(), talk.submit({ token: 'wrong' })),
  ],
  ['no code', (talk) => talk.submit({ token: undefined })],
  ['an empty code', (talk) => talk.submit({ token: '' })],
  ['a number for a code', (talk) => talk.submit({ token: 123456 })],
  ['an unknown session', (talk) => talk.submit({ sid: '1' })],
  ['another secret', (talk) => talk.submit({ client_secret: 'another' })],
  ['a secret that is none', (talk) => talk.submit({ client_secret: 'a b' })],
  ['a session in a number', (talk) => talk.submit({ sid: 5 })],
  ['nothing', (talk) => talk.submit({}, { text: '{}' })],
  ['a form', (talk) => talk.submit({}, { text: 'token=1' })],
  ['a GET', (talk) => talk.submit({}, { method: 'GET' })],
]

export const registrations: [string, Talk][] = [
  ['a question for the flows', (talk) => talk.call(REGISTER, talk.credentials)],
  ['a verified number', (talk) => talk.register()],
  [
    'a number that is not verified',
    async (talk) => withStage(talk, stageOf((await talk.receiveCode()).proof)),
  ],
  ['a session of nobody', (talk) => withStage(talk, stageOf({ sid: '1', client_secret: 'a' }))],
  ['no proof', (talk) => withStage(talk, { type: 'm.login.msisdn' })],
  ['a proof without its secret', (talk) => withStage(talk, stageOf({ sid: '1' }))],
  ['a proof without its session', (talk) => withStage(talk, stageOf({ client_secret: 'a' }))],
  ['auth that is null', (talk) => talk.call(REGISTER, { ...talk.credentials, auth: null })],
  ['auth that is a string', (talk) => talk.call(REGISTER, { ...talk.credentials, auth: 'x' })],
  ['auth in a session that is a number', (talk) => withStage(talk, { session: 5 })],
  ['a session and no stage', (talk) => withStage(talk, {})],
  ['a stage that nobody knows', (talk) => withStage(talk, { type: 'm.login.nonsense' })],
  ['a stage that is not asked for', (talk) => withStage(talk, { type: 'm.login.recaptcha' })],
  [
    'the proof in the spelling of old',
    async (talk) => withStage(talk, { type: 'm.login.msisdn', threepidCreds: await talk.verify() }),
  ],
  ['an unknown session', (talk) => withStage(talk, { type: 'm.login.dummy', session: 'nonsense' })],
  ['a name that is none', (talk) => talk.call(REGISTER, { ...talk.credentials, username: 'A B' })],
  ['a name in capitals', (talk) => talk.call(REGISTER, { ...talk.credentials, username: 'ABC' })],
  ['a name of digits', (talk) => talk.call(REGISTER, { ...talk.credentials, username: '12345' })],
  ['a name that is a number', (talk) => talk.call(REGISTER, { ...talk.credentials, username: 5 })],
  ['a password that is a number', (talk) => talk.call(REGISTER, { ...talk.credentials, password: 5 })],
  ['a guest', (talk) => talk.call(`${REGISTER}?kind=guest`, talk.credentials)],
  ['a wish for a refresh token', registerWithRefreshToken],
  ['an access token', (talk) => talk.call(REGISTER, talk.credentials, { accessToken: 'nonsense' })],
  ['a name in use', async (talk) => (await talk.signUp(), talk.call(REGISTER, talk.credentials))],
  [
    'a number that another account got with the same proof',
    async (talk) => {
      await talk.register()
      return talk.authenticate(REGISTER, newCredentials(), stageOf(await talk.verify()))
    },
  ],
  ['a name that was taken meanwhile, and then another', takeNameMeanwhile],
  ['another address in the same session', (talk) => moveSession(talk, `${REGISTER}?kind=user`)],
  ['the last request again', repeatLast],
]

export const accounts: [string, Talk][] = [
  [`${PASSWORD} without a token`, (talk) => talk.call(PASSWORD, { new_password: 'another password' })],
  [`${PASSWORD} by a verified number`, resetByNumber],
  [`${ADD} without a token`, (talk) => talk.call(ADD, { sid: '1', client_secret: 'a' })],
  [`${ADD} with a wrong token`, (talk) => talk.call(ADD, {}, { accessToken: 'nonsense' })],
  [`${ADD} with a verified number`, async (talk) => talk.add(await talk.verify())],
  [`${ADD} with a number that is not verified`, async (talk) => talk.add((await talk.receiveCode()).proof)],
  [`${ADD} with a wrong password`, async (talk) => talk.add(await talk.verify(), 'wrong')],
  [`${ADD} without a session`, (talk) => talk.add({ client_secret: 'a' })],
  [`${ADD} with a secret that is none`, (talk) => talk.add({ sid: '1', client_secret: 'a b' })],
  [`${ADD} with a number that another account bound meanwhile`, async (talk) => (await takeOver(talk)).added],
  [
    'the numbers of an account whose number another account added',
    async (talk) => listNumbers(talk, (await takeOver(talk)).loser),
  ],
]

export const offers: [string, Talk][] = [
  ['/login', (talk) => talk.call('/login', {}, { method: 'GET' })],
  ['/capabilities without a token', (talk) => talk.call('/capabilities', {}, { method: 'GET' })],
  ['/capabilities', findCapabilities],
  [
    '/auth_metadata',
    (talk) => talk.call(talk.urlOf('/_matrix/client/v1/auth_metadata'), {}, { method: 'GET' }),
  ],
  ['the numbers of an account', async (talk) => listNumbers(talk, await talk.signUp())],
]

export const signIns: [string, Talk][] = [
  ['the name', async (talk) => (await talk.signUp(), talk.signIn())],
  ['the user ID', async (talk) => (await talk.signUp(), talk.signIn({ user: talk.userId }))],
  ['a wrong password', async (talk) => (await talk.signUp(), talk.signIn({}, { password: 'wrong' }))],
  ['no password', async (talk) => (await talk.signUp(), talk.signIn({}, { password: undefined }))],
  ['a name that nobody has', (talk) => talk.signIn()],
  ['the number', async (talk) => (await talk.register(), talk.signIn(talk.asPhone))],
  [
    'the number as a third-party identifier',
    async (talk) => (await talk.register(), talk.signIn(talk.asThirdParty)),
  ],
  ['a number that nobody has', (talk) => talk.signIn(talk.asThirdParty)],
  ['another way', (talk) => talk.signIn({}, { type: 'm.login.nonsense' })],
  ['nothing', (talk) => talk.call('/login', {})],
  ['a token after it was signed out', (talk) => useAfter(talk, '/logout')],
  ['a token after all were signed out', (talk) => useAfter(talk, '/logout/all')],
  ['no token, to be signed out', (talk) => talk.call('/logout', {})],
]

/** What is asked for, and how often it is asked before the number of SMS is looked at. */
export const texts: [string, object[]][] = [
  ['one request', [{}]],
  ['the same request three times', [{}, {}, {}]],
  ['three attempts', [{}, { send_attempt: 2 }, { send_attempt: 3 }]],
  ['an attempt lower than before', [{ send_attempt: 2 }, { send_attempt: 1 }]],
  ['another secret', [{}, { client_secret: 'another' }]],
]

async function useAfter(talk: Conversation, path: string): Promise<Answer> {
  const accessToken = await talk.signUp()
  await talk.call(path, {}, { accessToken })
  return talk.call('/account/whoami', {}, { method: 'GET', accessToken })
}

async function withStage(talk: Conversation, stage: object): Promise<Answer> {
  return talk.authenticate(REGISTER, talk.credentials, stage)
}

async function takeNameMeanwhile(talk: Conversation): Promise<Answer> {
  const { session } = (await talk.call(REGISTER, talk.credentials)).body
  const auth = { session, ...stageOf(await talk.verify()) }
  await talk.signUp()
  const refused = await talk.call(REGISTER, { ...talk.credentials, auth })
  expect(refused.body).toMatchObject({ errcode: 'M_USER_IN_USE' })
  return talk.call(REGISTER, { ...newCredentials(), auth })
}

async function moveSession(talk: Conversation, path: string): Promise<Answer> {
  const { session } = (await talk.call(REGISTER, talk.credentials)).body
  return talk.call(path, { ...talk.credentials, auth: { session, type: 'm.login.dummy' } })
}

async function repeatLast(talk: Conversation): Promise<Answer> {
  const { session } = (await talk.call(REGISTER, talk.credentials)).body
  const last = { ...talk.credentials, auth: { session, ...stageOf(await talk.verify()) } }
  const first = await talk.call(REGISTER, last)
  const second = await talk.call(REGISTER, last)
  expect(second.body['user_id']).toBe(first.body['user_id'])
  expect(second.body['device_id']).not.toBe(first.body['device_id'])
  return second
}

async function registerWithRefreshToken(talk: Conversation): Promise<Answer> {
  const { status, body } = await talk.authenticate(
    REGISTER,
    { ...talk.credentials, refresh_token: true },
    { type: 'm.login.dummy' },
  )
  return { status, body: { fields: Object.keys(body).sort() } }
}

/** Completes a stage that Synapse does not ask for here, which leads nowhere. */
async function resetByNumber(talk: Conversation): Promise<Answer> {
  const proof = await talk.verify()
  await talk.authenticate(REGISTER, talk.credentials, stageOf(proof))
  return talk.authenticate(PASSWORD, { new_password: 'another password' }, stageOf(proof))
}

/** One account adds the number that another one, which answers to the token, got in the meantime. */
async function takeOver(talk: Conversation): Promise<{ loser: string; added: Answer }> {
  const proof = await talk.verify()
  const { body } = await talk.authenticate(REGISTER, newCredentials(), stageOf(proof))
  return { loser: String(body['access_token']), added: await talk.add(proof) }
}

async function listNumbers(talk: Conversation, accessToken: string): Promise<Answer> {
  const { status, body } = await talk.call('/account/3pid', {}, { method: 'GET', accessToken })
  const numbers = body['threepids'] as { medium: string; address: string }[]
  return { status, body: { numbers: numbers.map(({ medium, address }) => ({ medium, address })) } }
}

async function findCapabilities(talk: Conversation): Promise<Answer> {
  const accessToken = await talk.signUp()
  const { status, body } = await talk.call('/capabilities', {}, { method: 'GET', accessToken })
  const capabilities = body['capabilities'] as Record<string, unknown>
  const { 'm.change_password': password, 'm.3pid_changes': numbers } = capabilities
  return { status, body: { password, numbers } }
}
