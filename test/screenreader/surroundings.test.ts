import { describe } from 'vitest'
import { ar } from '../../src/messages/locales/ar.js'
import { test } from './fixtures.js'

const NUMBER = '07400123456'

describe('the picker with a search', () => {
  test('says its country, the best match, what was found and what was chosen', async ({ listener }) => {
    await listener.open({ picker: 'search' })
    await listener.press('Tab')
    await listener.hears('Country United Kingdom (+44)', 'opens dialog')
    await listener.press('space')
    await listener.hears('United Kingdom')
    await listener.type('germ')
    await listener.hears('Germany', 'Countries found: 1')
    await listener.press('Return')
    await listener.hears('Country Germany (+49)')
  })
})

describe('the field in a form of the app', () => {
  test('says first that it is to be verified, and then that it is', async ({ listener }) => {
    await listener.open({ kind: 'field' })
    await listener.press('Tab', 'Tab')
    await listener.type(NUMBER)
    await listener.press('Tab', 'Tab')
    await listener.hears('Create account')
    await listener.press('Return')
    await listener.hears('Phone number', 'Verify your phone number first')
    await listener.press('Return')
    await listener.isLedTo('Verification code', 'We’ve texted a code to +44 7400 123456')
    await listener.submitCode()
    await listener.hearsOnce('+44 7400 123456 is verified.')
  })
})

describe('a language from right to left', () => {
  test('says the same, in its words', async ({ listener }) => {
    await listener.open({ locale: 'ar' })
    await listener.send('0740')
    await listener.hearsOnce(ar.numberTooShort)
    await listener.press('ctrl+a')
    await listener.type(NUMBER)
    await listener.press('Return')
    await listener.isLedTo(ar.verificationCode, '+44 7400 123456')
    await listener.submitCode()
    await listener.hearsOnce(/\+44 7400 123456/)
  })
})
