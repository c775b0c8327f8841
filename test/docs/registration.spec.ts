import { expect } from 'playwright/test'
import { passTime, test } from './homeserver.js'

// Every test asks for the homeserver, so that it stands before the page is opened.
test.beforeEach(async ({ page, homeserver }) => {
  expect(homeserver.requests).toEqual([])
  await page.clock.install()
  await page.goto('/')
})

test('registers with the code from the SMS', async ({ page, homeserver }) => {
  await page.getByLabel('Phone number').fill('+447400123456')
  await page.getByRole('button', { name: 'Send code' }).click()

  const { code } = await homeserver.nextSms()
  await page.getByLabel('Verification code').fill(code)
  await page.getByRole('button', { name: 'Verify' }).click()

  await page.getByLabel('Username').fill('alice')
  await page.getByLabel('Password').fill('correct horse battery')
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByText('Welcome, @alice:matrix.example.org.')).toBeVisible()
  expect(homeserver.phoneNumbersOf('alice')).toEqual(['+447400123456'])
})

test('says so when there is no connection', async ({ page, homeserver }) => {
  homeserver.scenario = 'offline'
  await page.getByLabel('Phone number').fill('+447400123456')
  await page.getByRole('button', { name: 'Send code' }).click()
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
  expect(homeserver.messages).toEqual([])
})

test('sends another code after half a minute', async ({ page, homeserver }) => {
  await page.getByLabel('Phone number').fill('+447400123456')
  await page.getByRole('button', { name: 'Send code' }).click()
  await expect(page.getByText(/You can resend the code in/)).toBeVisible()

  await passTime(page, homeserver, 30_000)
  await page.getByRole('button', { name: 'Resend code' }).click()
  await expect(page.getByText(/Another code is on its way/)).toBeVisible()
  expect(homeserver.messages).toHaveLength(2)
})
