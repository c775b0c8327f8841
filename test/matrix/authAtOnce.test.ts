import { expect, it } from 'vitest'
import { addPhoneToAccount } from '../../src/matrix/addPhoneToAccount.js'
import { registerWithPhone } from '../../src/matrix/registerWithPhone.js'
import { resetPasswordWithPhone } from '../../src/matrix/resetPasswordWithPhone.js'
import { accountErrorOf, challenge, PHONE, registered, talkTo, type Reply } from './account.js'

const ALICE = { username: 'alice', password: 'wonderland' }

/** A server whose answers wait until they are let go, one by one. */
function slowServer(answer: (round: number) => Reply) {
  const waiting: (() => void)[] = []
  const { client, asked } = talkTo(
    (_, round) =>
      new Promise<Reply>((resolve) => {
        waiting.push(() => resolve(answer(round)))
      }),
    { accessToken: 'token-of-alice' },
  )
  const answerAll = async () => {
    while (waiting.length > 0) {
      waiting.shift()?.()
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
    }
  }
  return { client, asked, answerAll }
}

const isAsked = (round: number) =>
  round % 2 === 1 ? challenge([['m.login.msisdn']]) : { status: 200, body: {} }

it('sets the second password too, after the first, where two are asked for at once', async () => {
  const { client, asked } = talkTo((_, round) => isAsked(round))
  await Promise.all(
    ['first', 'second'].map((newPassword) => resetPasswordWithPhone(client, PHONE, { newPassword })),
  )
  expect(asked.map(({ body }) => body['new_password'])).toEqual(['first', 'first', 'second', 'second'])
})

it('tries the second password of the owner too', async () => {
  const wrong = { status: 401, body: { errcode: 'M_FORBIDDEN', flows: [{ stages: ['m.login.password'] }] } }
  const { client, asked } = talkTo(
    ({ body }) => {
      const { password } = (body['auth'] ?? {}) as { password?: string }
      return password === 'right' ? { status: 200, body: {} } : wrong
    },
    { accessToken: 'token-of-alice' },
  )
  const [one, other] = ['wrong', 'right'].map((password) =>
    addPhoneToAccount(client, PHONE, { userId: 'alice', password }),
  )
  expect(await accountErrorOf(one ?? Promise.resolve())).toMatchObject({ kind: 'password-incorrect' })
  await other
  expect(asked.length).toBeGreaterThan(2)
})

it('makes a call by itself that finds the same one given up', async () => {
  const { client, asked, answerAll } = slowServer((round) =>
    round === 1 ? challenge([['m.login.msisdn']]) : registered,
  )
  const controller = new AbortController()
  const first = accountErrorOf(registerWithPhone(client, PHONE, ALICE, { signal: controller.signal }))
  const joined = registerWithPhone(client, PHONE, ALICE)
  controller.abort()
  const second = registerWithPhone(client, PHONE, ALICE)
  expect(await first).toMatchObject({ kind: 'timeout' })
  await answerAll()
  expect(await second).toMatchObject({ userId: '@alice:example.org' })
  expect(await joined).toMatchObject({ userId: '@alice:example.org' })
  // What was given up, and one call for both.
  expect(asked).toHaveLength(2)
})

it('lets a call go that is given up while another one is waited for, which goes on', async () => {
  const { client, answerAll } = slowServer((round) =>
    round === 1 ? challenge([['m.login.msisdn']]) : registered,
  )
  const controller = new AbortController()
  const first = registerWithPhone(client, PHONE, ALICE)
  const second = accountErrorOf(registerWithPhone(client, PHONE, ALICE, { signal: controller.signal }))
  const late = accountErrorOf(registerWithPhone(client, PHONE, ALICE, { signal: AbortSignal.abort() }))
  expect(await late).toMatchObject({ kind: 'timeout', recovery: 'retry' })
  controller.abort()
  expect(await second).toMatchObject({ kind: 'timeout', recovery: 'retry' })
  await answerAll()
  expect(await first).toMatchObject({ userId: '@alice:example.org' })
})
