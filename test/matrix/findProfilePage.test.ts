import { expect, it } from 'vitest'
import { createMatrixClient } from '../../src/matrix/createMatrixClient.js'
import { findProfilePage } from '../../src/matrix/findProfilePage.js'

const ISSUER = 'https://id.example.org/'

it.each([
  ['https://id.example.org/account', 'https://id.example.org/account?action=org.matrix.profile'],
  ['https://id.example.org/?tenant=1', 'https://id.example.org/?tenant=1&action=org.matrix.profile'],
  ['javascript:alert(1)', null],
  ['http://id.example.org/account', null],
  ['https://id.example.org@evil.example/', null],
  ['https://:secret@evil.example/', null],
  [undefined, null],
])('makes of the account page %s: %s', async (account_management_uri, page) => {
  const asked: string[] = []
  const client = createMatrixClient({
    baseUrl: 'https://matrix.example.org',
    fetch: async (input) => {
      asked.push(new Request(input).url)
      return Response.json({ issuer: ISSUER, account_management_uri })
    },
  })
  expect(await findProfilePage(client, {})).toBe(page)
  expect(asked).toEqual(['https://matrix.example.org/_matrix/client/v1/auth_metadata'])
})
