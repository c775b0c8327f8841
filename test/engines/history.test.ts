import { expect } from 'vitest'
import { test } from './fixtures.js'
import type { Visitor } from './Visitor.js'

const ANOTHER_NUMBER = '07400 654321'

test('a page that was left comes back from where the browser keeps such pages', async ({ visitor }) => {
  const { browser, site } = visitor
  await browser.open(`${site.url}plain.html`)
  await visitor.follow('Elsewhere')
  await visitor.go('back')
  expect(await browser.evaluate('shows')).toEqual(browser.keepsPages ? [false, true] : [false])
})

test('the code is asked for again after a reload, without another SMS', async ({ visitor, site }) => {
  await visitor.open()
  await visitor.askForCode()
  await visitor.go('reload')
  await visitor.sees('+44 7400 123456')
  await visitor.enterCode()
  expect(site.homeserver.messages).toHaveLength(1)
})

test('a number that was verified on the next page is verified on the one before, too', async ({
  visitor,
}) => {
  await visitor.open('links')
  await visitor.askForCode()
  await visitor.follow('Elsewhere')
  await visitor.enterCode()
  const [proof] = await heardBy(visitor)
  await visitor.go('back')
  await visitor.reads('verified')
  await expect.poll(async () => (await heardBy(visitor)).map(({ phone }) => phone)).toEqual([proof?.phone])
  await visitor.go('forward')
  await visitor.reads('verified')
  expect((await heardBy(visitor)).map(({ phone }) => phone)).toEqual([proof?.phone])
  expect(visitor.site.homeserver.messages).toHaveLength(1)
})

test('an SMS that was asked for on the next page counts on the one before', async ({ visitor, site }) => {
  await visitor.open('links')
  await visitor.askForCode()
  await visitor.follow('Elsewhere')
  await askAgain(visitor, 2)
  await visitor.go('back')
  await askAgain(visitor, 3)
  await visitor.go('forward')
  await askAgain(visitor, 4)
  const asked = site.homeserver.requests.map(({ body }) => body as Record<string, unknown>)
  expect(asked.map((body) => body['send_attempt'])).toEqual([1, 2, 3, 4])
  expect(new Set(asked.map((body) => body['client_secret'])).size).toBe(1)
  await visitor.enterCode()
})

test('a number that was changed on the next page is changed on the one before', async ({ visitor, site }) => {
  await visitor.open('links')
  await visitor.askForCode()
  await visitor.follow('Elsewhere')
  await visitor.tabTo('Change number')
  await visitor.press('Enter')
  await visitor.isAt('Phone number')
  await visitor.type(ANOTHER_NUMBER)
  await visitor.press('Enter')
  await visitor.isAt('Verification code')
  await visitor.go('back')
  await visitor.sees('+44 7400 654321')
  await visitor.enterCode()
  expect((await heardBy(visitor)).map(({ phone }) => phone.phoneNumber)).toEqual(['+447400654321'])
  await visitor.go('forward')
  await visitor.reads('verified')
  await visitor.sees('+44 7400 654321')
  expect(site.homeserver.messages).toHaveLength(2)
})

test('a number that is being changed on the next page is not asked a code for on the one before', async ({
  visitor,
  site,
}) => {
  await visitor.open('links')
  await visitor.askForCode()
  await visitor.follow('Elsewhere')
  await visitor.tabTo('Change number')
  await visitor.press('Enter')
  await visitor.isAt('Phone number')
  await visitor.go('back')
  await visitor.sees('Phone number')
  await visitor.askForCode(ANOTHER_NUMBER)
  await visitor.enterCode()
  expect(site.homeserver.lastSms()?.to).toBe('+447400654321')
  expect(site.homeserver.messages).toHaveLength(2)
})

/** What the app heard on this page. */
function heardBy(visitor: Visitor) {
  return visitor.look(() => window.heard)
}

/** Presses "Resend code", and waits for so many messages in all. */
async function askAgain(visitor: Visitor, messages: number): Promise<void> {
  await visitor.tabTo('Resend code')
  await visitor.press('Enter')
  await expect.poll(() => visitor.site.homeserver.messages.length).toBe(messages)
  await visitor.reads('codeSentAgain')
}
