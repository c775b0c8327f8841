import { expect, it } from 'vitest'
import { addPhoneToAccount } from '../../src/matrix/addPhoneToAccount.js'
import { createMatrixClient } from '../../src/matrix/createMatrixClient.js'
import { challenge, PHONE, talkTo } from './account.js'

const baseUrl = 'https://matrix.example.org'
const accountOf = (options: { userId?: string; accessToken?: string }) =>
  createMatrixClient({ baseUrl, ...options }).account

it('an account is known by its user ID, whatever token it has', () => {
  const userId = '@alice:matrix.example.org'
  expect(accountOf({ userId, accessToken: 'one' })).toBe(userId)
  expect(accountOf({ userId, accessToken: 'another' })).toBe(userId)
})

it('without a user ID it is known by its access token', () => {
  const [one, other] = [
    'syt_YWxpY2U_abcdefghijklmnopqrst_1a2b3c',
    'syt_bWFsbG9yeQ_tsrqponmlkjihgfedcba_3c2b1a',
  ]
  expect(accountOf({ accessToken: one })).toBe(accountOf({ accessToken: one }))
  expect(accountOf({ accessToken: one })).not.toBe(accountOf({ accessToken: other }))
})

it('what tells it apart holds no piece of the token', () => {
  const accessToken = 'syt_YWxpY2U_abcdefghijklmnopqrst_1a2b3c'
  const account = accountOf({ accessToken }) ?? ''
  expect(account).toMatch(/^token [\da-f]{16}$/)
  const pieces = Array.from({ length: accessToken.length - 3 }, (_, at) => accessToken.slice(at, at + 4))
  expect(pieces.filter((piece) => account.includes(piece))).toEqual([])
})

// The test vectors of the algorithm's own specification (draft-eastlake-fnv).
it.each([
  ['a', 'af63dc4c8601ec8c'],
  ['foobar', '85944171f73967e8'],
])('the fingerprint of %j is the one of FNV-1a', (accessToken, fingerprint) => {
  expect(accountOf({ accessToken })).toBe(`token ${fingerprint}`)
})

it.each([{}, { accessToken: '' }, { userId: '', accessToken: '' }])(
  'nobody is signed in with %j',
  (options) => {
    expect(accountOf(options)).toBeUndefined()
  },
)

it('the user ID of the client names who a password is of', async () => {
  const { client, asked } = talkTo(
    (_, round) => (round === 1 ? challenge([['m.login.password']]) : { status: 200 }),
    { accessToken: 'token-of-alice', userId: '@alice:matrix.example.org' },
  )
  await addPhoneToAccount(client, PHONE, { password: 'wonderland' })
  expect(asked[1]?.body['auth']).toMatchObject({
    type: 'm.login.password',
    identifier: { type: 'm.id.user', user: '@alice:matrix.example.org' },
  })
})
