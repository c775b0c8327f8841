import { expect, it, onTestFinished, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { button, code, NUMBER, number, problem, requestsOf, show } from './app.js'

/** A browser that reads the SMS, as far as a page can tell. */
function readsMessages() {
  vi.stubGlobal('OTPCredential', Object)
  const asked: AbortSignal[] = []
  const answers: ((credential: unknown) => void)[] = []
  const get = vi.spyOn(navigator.credentials, 'get').mockImplementation(
    (options) =>
      new Promise((resolve, reject) => {
        if (options?.signal) asked.push(options.signal)
        options?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
        answers.push(resolve as (credential: unknown) => void)
      }),
  )
  onTestFinished(() => {
    get.mockRestore()
    vi.unstubAllGlobals()
  })
  return { get, asked, answer: (text: string) => answers.at(-1)?.({ type: 'otp', code: text }) }
}

it('asks the browser for the code once, when the SMS was asked for, and submits what it reads', async () => {
  const { get, answer } = readsMessages()
  const { homeserver } = show()
  await userEvent.type(number, NUMBER)
  expect(get).not.toHaveBeenCalled()
  await userEvent.click(button('Send code'))
  await expect.element(code).toHaveFocus()
  await expect.poll(() => get.mock.calls.length).toBe(1)
  expect(get.mock.calls[0]?.[0]).toMatchObject({ otp: { transport: ['sms'] } })
  answer(homeserver.lastSms()?.code ?? '')
  await expect.element(page.getByRole('heading', { name: 'is verified.' })).toBeVisible()
  expect(requestsOf(homeserver).submitted).toHaveLength(1)
  expect(get).toHaveBeenCalledTimes(1)
})

it('stops asking when the number is to be changed, and says nothing of it', async () => {
  const { get, asked } = readsMessages()
  show()
  await userEvent.type(number, NUMBER)
  await userEvent.click(button('Send code'))
  await expect.poll(() => get.mock.calls.length).toBe(1)
  await userEvent.click(button('Change number'))
  await expect.element(number).toBeVisible()
  expect(asked[0]?.aborted).toBe(true)
  expect(problem.elements()).toEqual([])
})
