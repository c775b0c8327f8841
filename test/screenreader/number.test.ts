import { describe } from 'vitest'
import { test } from './fixtures.js'

const NUMBER = '07400123456'
const TOO_SHORT = 'This number is too short.'

describe('the number', () => {
  test('is asked for with its country, and what it is for', async ({ listener }) => {
    await listener.open()
    await listener.press('Tab')
    await listener.hears('Country', 'United Kingdom (+44)')
    await listener.press('Tab')
    await listener.hearsOnce('Phone number', 'We’ll text you a code')
    await listener.hearsNothing()
  })

  test('is called too short once, and the next key is heard alone', async ({ listener }) => {
    await listener.open()
    await listener.send('0740')
    await listener.hearsOnce(TOO_SHORT)
    await listener.type('9')
    listener.hasHeardNo(TOO_SHORT, 'We’ll text you')
    await listener.press('Return')
    await listener.hearsOnce(TOO_SHORT)
    await listener.press('Tab')
    await listener.hears('Send code')
    listener.hasHeardNo(TOO_SHORT)
  })

  test('is called too short on leaving it, and by the field that "Send code" leads back to', async ({
    listener,
  }) => {
    await listener.open()
    await listener.press('Tab', 'Tab')
    await listener.type('0740')
    await listener.press('Tab')
    await listener.hears('Send code', TOO_SHORT)
    await listener.press('Return')
    await listener.hears('Phone number', 'invalid', TOO_SHORT)
  })

  test('is warned of, and the answer says what it does', async ({ listener }) => {
    await listener.open()
    await listener.send('02079460958')
    await listener.hearsOnce('doesn’t look like a mobile number')
    await listener.press('Tab')
    await listener.hears('Send anyway')
  })

  test('is asked about on leaving it', async ({ listener }) => {
    await listener.open()
    await listener.press('Tab', 'Tab')
    await listener.type('33612345678')
    await listener.press('Tab')
    await listener.hearsOnce('Did you mean +33 6 12 34 56 78?')
    await listener.press('Tab')
    await listener.hears('Use +33 6 12 34 56 78 (France)')
  })

  test('is not sent while the server wants to be left alone: for how long, and when that is over', async ({
    listener,
  }) => {
    await listener.open({ scenario: 'rate-limited' })
    await listener.send(NUMBER)
    await listener.hearsOnce('Too many attempts.', /You can send a code in \d minutes/)
    await listener.hearsNothing()
    listener.advance(400_000)
    await listener.hearsOnce('You can send a code now.')
  })

  test.for([
    ['offline', 'Can’t reach the server.'],
    ['number-in-use', 'already has an account'],
  ])('says what went wrong: %s', async ([scenario = '', words = ''], { listener }) => {
    await listener.open({ scenario })
    await listener.send(NUMBER)
    await listener.hearsOnce(words)
  })
})
