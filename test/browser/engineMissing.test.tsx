import { afterEach, expect, it } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import { button, code, NUMBER, number, requestsOf, show } from './app.js'

afterEach(() => cdp().send('Network.setBlockedURLs', { urls: [] }))

it('says so when the numbering plans cannot be loaded, and takes a number with a plus', async () => {
  await cdp().send('Network.enable')
  await cdp().send('Network.setBlockedURLs', { urls: ['*/src/phone/engine.ts*'] })
  const { homeserver } = show()
  await userEvent.type(number, NUMBER)
  await userEvent.click(button('Send code'))
  await expect.element(page.getByText(/Enter your number with a plus/)).toBeVisible()
  await expect.element(number).toHaveValue(NUMBER)
  await expect.element(number).toHaveFocus()
  expect(homeserver.requests).toEqual([])
  await userEvent.clear(number)
  await userEvent.type(number, '+33612345678')
  await userEvent.click(button('Send code'))
  await expect.element(code).toHaveFocus()
  expect(requestsOf(homeserver).asked).toMatchObject([{ phone_number: '+33612345678', country: 'FR' }])
})
