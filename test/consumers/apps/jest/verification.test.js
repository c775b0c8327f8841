import { configure, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { SimulatedHomeserver } from 'matrix-phone-verification/testing'
import { createHandlers } from 'matrix-phone-verification/testing/msw'
import { setupServer } from 'msw/node'
import { createElement } from 'react'
import App from '../App.js'

// Each step is compiled when it comes, which takes a busy machine its time.
configure({ asyncUtilTimeout: 30_000 })
jest.setTimeout(120_000)

const homeserver = new SimulatedHomeserver({ baseUrl: 'https://matrix.example.org' })
const server = setupServer(...createHandlers(homeserver))

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterAll(() => server.close())

test('a number is verified', async () => {
  const user = userEvent.setup()
  render(createElement(App))
  await user.type(await screen.findByLabelText('Phone number'), '07400 123456')
  await user.click(screen.getByRole('button', { name: 'Send code' }))
  await user.type(await screen.findByLabelText('Verification code'), (await homeserver.nextSms()).code)
  await user.click(screen.getByRole('button', { name: 'Verify' }))
  await screen.findByRole('heading', { name: /is verified/ })
})
