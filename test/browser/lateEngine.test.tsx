import { expect, it, onTestFinished } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import { button, code, country, input, number, requestsOf, show } from './app.js'

const ENGINE = '*/src/phone/engine.ts*'

// Alone in its file: what was loaded once is there for all the tests of a page.
it('keeps what is typed, pasted and sent while they are on their way', async () => {
  const release = await holdEngine()
  const { homeserver } = show()
  const field = await input(number)
  await userEvent.type(number, '0033 6 12 34 56 78')
  await userEvent.tab()
  expect(field.value).toBe('0033 6 12 34 56 78')
  await userEvent.click(button('Send code'))
  await expect.element(page.getByText('Sending…')).toBeVisible()
  expect(homeserver.requests).toEqual([])
  await release()
  await expect.element(code).toHaveFocus()
  await userEvent.click(button('Change number'))
  await expect.element(country).toHaveValue('FR')
  await expect.element(number).toHaveValue('+33 6 12 34 56 78')
  expect(requestsOf(homeserver).asked).toHaveLength(1)
})

/** Keeps the numbering plans on their way until they are released. */
async function holdEngine(): Promise<() => Promise<void>> {
  const held: string[] = []
  cdp().on('Fetch.requestPaused', ({ requestId }) => held.push(requestId))
  onTestFinished(async () => {
    await cdp().send('Fetch.disable')
  })
  await cdp().send('Fetch.enable', { patterns: [{ urlPattern: ENGINE }] })
  return async () => {
    for (const requestId of held) await cdp().send('Fetch.continueRequest', { requestId })
    await cdp().send('Fetch.disable')
  }
}
