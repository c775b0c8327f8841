import { describe } from 'vitest'
import { test } from './fixtures.js'

const NUMBER = '07400123456'

describe('the code', () => {
  test('is asked for, counts down in silence, and is verified', async ({ listener }) => {
    await listener.open({ codeLength: '6' })
    await listener.send(NUMBER)
    await listener.isLedTo('Verification code', 'This is 6 digits.', 'We’ve texted a code to +44 7400 123456')
    await listener.press('Tab', 'Tab')
    await listener.hears('Resend code')
    await listener.hearsNothing()
    await listener.press('Return')
    await listener.hearsOnce(/You can resend the code in \d+ seconds/)
    await listener.hearsNothing()
    listener.advance(31_000)
    await listener.hearsOnce('You can resend the code now.')
    await listener.press('Return')
    await listener.hearsOnce('Another code is on its way.')
    await listener.hearsNothing()

    await listener.press('shift+Tab', 'shift+Tab')
    await listener.type('000001')
    await listener.press('Return')
    await listener.hearsOnce('That code isn’t right.')
    await listener.type('0')
    listener.hasHeardNo('We’ve texted', 'latest text', 'isn’t right')
    await listener.press('ctrl+a')
    await listener.submitCode()
    await listener.hearsOnce('+44 7400 123456 is verified.')
  })

  test('is nothing to go back from without the number', async ({ listener }) => {
    await listener.open()
    await listener.send(NUMBER)
    await listener.isLedTo('Verification code')
    await listener.press('Tab', 'Tab', 'Tab')
    await listener.hears('Change number')
    await listener.press('Return')
    await listener.isLedTo('Phone number')
  })

  test('of a password reset goes to whoever has an account', async ({ listener }) => {
    await listener.open({ purpose: 'resetPassword', scenario: 'number-in-use-hidden' })
    await listener.send(NUMBER)
    await listener.isLedTo('Verification code', 'we’ve texted a code to it')
  })

  test('is a link in some messages', async ({ listener }) => {
    await listener.open({ scenario: 'no-submit-url' })
    await listener.send(NUMBER)
    await listener.hearsOnce('Check your texts', 'Look for a text to +44 7400 123456')
    await listener.press('Tab')
    await listener.hears('I’ve confirmed my number')
    await listener.press('Return')
    await listener.hearsOnce('Your number isn’t confirmed yet.')
  })

  test('does not come from a server that verifies no numbers', async ({ listener }) => {
    await listener.open({ scenario: 'not-supported' })
    await listener.send(NUMBER)
    await listener.hearsOnce('Phone verification isn’t available here.')
    await listener.press('Tab')
    await listener.hears('Go back')
  })
})
