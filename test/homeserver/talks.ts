import { expect } from 'vitest'
import { newCredentials } from './account.js'
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
import type { Answer } from './page/finish.js'

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
  [`${path} to a number far too short`, asking(path, { phone_number: '12' })],
  [`${path} to a link that is none`, asking(path, { next_link: 'nonsense' })],
  [`${path} to GET`, (talk) => talk.call(path, {}, { method: 'GET' })],
  [`${path} to a number in use`, async (talk) => (await talk.register(), asking(path)(talk))],
])

export const requests: [string, Talk][] = [
  ...eitherRequest,
  [`${REQUEST} to a secret that is none`, asking(REQUEST, { client_secret: 'a b' })],
  [`${REQUEST} to an attempt in a string`, asking(REQUEST, { send_attempt: '1' })],
  [`${REQUEST_TO_RESET} answers`, asking(REQUEST_TO_RESET)],
  ['/nonsense answers', asking('/nonsense')],
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
  ['a form', (talk) => talk.submit({}, { text: 'token=1' })],
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
  [
    'the proof in the spelling of old',
    async (talk) => withStage(talk, { type: 'm.login.msisdn', threepidCreds: await talk.verify() }),
  ],
  ['an unknown session', (talk) => withStage(talk, { type: 'm.login.dummy', session: 'nonsense' })],
  ['a name that is none', (talk) => talk.call(REGISTER, { ...talk.credentials, username: 'A B' })],
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
  [`${ADD} without a token`, (talk) => talk.call(ADD, { sid: '1', client_secret: 'a' })],
  [`${ADD} with a wrong token`, (talk) => talk.call(ADD, {}, { accessToken: 'nonsense' })],
  [`${ADD} with a verified number`, async (talk) => talk.add(await talk.verify())],
  [`${ADD} with a number that is not verified`, async (talk) => talk.add((await talk.receiveCode()).proof)],
  [`${ADD} with a wrong password`, async (talk) => talk.add(await talk.verify(), 'wrong')],
  [`${ADD} without a session`, (talk) => talk.add({ client_secret: 'a' })],
]

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
