import { expect } from 'vitest'
import { test } from './fixtures.js'

test('a person gets an account with keys alone, and everything has the focus in its turn', async ({
  visitor,
  site: { homeserver },
}) => {
  await visitor.open()
  expect(await visitor.tabTo('Send code')).toEqual(['Country', 'Phone number', 'Send code'])
  await visitor.press('Shift+Tab')
  await visitor.type('07400 1234')
  await visitor.press('Enter')
  await visitor.reads('numberTooShort')
  await visitor.isAt('Phone number')
  await visitor.type('56')
  await visitor.press('Enter')
  await visitor.isAt('Verification code')
  await visitor.type('0')
  await visitor.press('Enter')
  await visitor.reads('errorCodeIncorrect')
  await visitor.isAt('Verification code')
  await visitor.enterCode()
  await visitor.createAccount('alice')
  expect(homeserver.phoneNumbersOf('alice')).toEqual(['+447400123456'])
  expect(homeserver.messages).toHaveLength(1)
})
