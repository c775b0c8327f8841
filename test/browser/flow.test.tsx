import { expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { askForCode, button, code, country, input, number, NUMBER, problem, requestsOf, show } from './app.js'

const verified = page.getByRole('heading', { name: /is verified/ })
const timer = page.getByRole('timer')

it('goes all the way with the keyboard', async () => {
  const { homeserver } = show()
  await input(number)
  await userEvent.tab()
  await expect.element(country).toHaveFocus()
  await userEvent.tab()
  await userEvent.keyboard('020 7946 0958{Enter}')
  await expect.element(problem).toHaveFocus()
  await userEvent.tab()
  await expect.element(button('Send anyway')).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect.element(code).toHaveFocus()
  await userEvent.tab()
  await userEvent.tab()
  await userEvent.tab()
  await expect.element(button('Change number')).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect.element(number).toHaveFocus()
  await userEvent.keyboard(`${NUMBER}{Enter}`)
  await expect.element(code).toHaveFocus()
  await userEvent.keyboard(`${homeserver.lastSms()?.code ?? ''}{Enter}`)
  await expect.element(verified).toBeVisible()
  await expect.poll(() => document.activeElement?.textContent).toContain('is verified')
  expect(requestsOf(homeserver).asked).toHaveLength(2)
})

it('shows where the focus is, on everything that can have it', async () => {
  show({ codeLength: 6 })
  const rings: string[] = []
  const look = () => {
    const active = document.activeElement
    const ringed = active?.closest('.mpv-code-line') ?? active
    if (ringed !== null) rings.push(getComputedStyle(ringed).outlineStyle)
  }
  await input(number)
  await tabTimes(3, look)
  await askForCode()
  look()
  await tabTimes(3, look)
  expect(rings).toEqual(Array.from({ length: 7 }, () => 'solid'))
})

async function tabTimes(times: number, look: () => void) {
  for (let time = 0; time < times; time += 1) {
    await userEvent.tab()
    look()
  }
}

it.each(['07400 1234', '020 7946 0958', '33612345678'])(
  'does not swallow the press on the button when leaving %s has something to say',
  async (typed) => {
    const { homeserver } = show({ messages: { numberTooShort: 'This is too short. '.repeat(40) } })
    await userEvent.type(number, typed)
    const clicked = vi.fn()
    button('Send code').element().addEventListener('click', clicked)
    await userEvent.click(button('Send code'))
    await expect.element(problem).toBeVisible()
    expect(clicked).toHaveBeenCalledTimes(1)
    expect(homeserver.requests).toEqual([])
  },
)

it('does not move the button when it asks or warns, for a second press would meet something else', async () => {
  show()
  await userEvent.type(number, '020 7946 0958')
  const place = () => button('Send code').element().getBoundingClientRect().top
  const before = place()
  await userEvent.click(button('Send code'))
  await expect.element(button('Send anyway')).toBeVisible()
  expect(place()).toBe(before)
})

it('sends to the number that was meant when the question came up on Enter', async () => {
  const { homeserver } = show()
  await userEvent.type(number, '33612345678{Enter}')
  await expect.element(problem).toHaveFocus()
  await userEvent.tab()
  await userEvent.keyboard('{Enter}')
  await expect.element(code).toHaveFocus()
  expect(requestsOf(homeserver).asked).toMatchObject([{ phone_number: '+33612345678', country: 'FR' }])
})

it('does not send in spite of the warning when "Send code" is pressed twice', async () => {
  const { homeserver } = show()
  await userEvent.type(number, '020 7946 0958')
  await userEvent.dblClick(button('Send code'))
  await expect.element(button('Send anyway')).toBeVisible()
  expect(homeserver.requests).toEqual([])
})

it.each(['visibilitychange', 'pageshow', 'focus'])(
  'has the right time at once when the page comes back by %s',
  async (event) => {
    const { homeserver } = show({ resendDelay: 100_000 })
    await askForCode()
    await expect.element(timer).toHaveTextContent(/in 1:(40|39)/)
    homeserver.advanceTime(60_000)
    const target = event === 'visibilitychange' ? document : window
    target.dispatchEvent(new Event(event))
    await expect.element(timer).toHaveTextContent(/in 0:(40|39|38)/)
    homeserver.advanceTime(3_600_000)
    target.dispatchEvent(new Event(event))
    await expect.element(timer).not.toBeInTheDocument()
    await expect.element(button('Resend code')).toHaveAttribute('aria-disabled', 'false')
  },
)

it('queues nothing while there is no connection, and goes on when the person says so', async () => {
  const { homeserver } = show({ scenario: 'offline' })
  window.dispatchEvent(new Event('offline'))
  await userEvent.type(number, NUMBER)
  await userEvent.click(button('Send code'))
  await expect.element(problem).toHaveTextContent(/Can’t reach the server/)
  homeserver.scenario = 'specification'
  window.dispatchEvent(new Event('online'))
  document.dispatchEvent(new Event('visibilitychange'))
  expect(homeserver.messages).toEqual([])
  await userEvent.click(button('Try again'))
  await expect.element(code).toHaveFocus()
  expect(requestsOf(homeserver).asked.map((body) => body['send_attempt'])).toEqual([1, 1])
  expect(homeserver.messages).toHaveLength(1)
})
