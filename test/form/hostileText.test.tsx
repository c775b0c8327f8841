import { screen } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { NUMBER, problem, renderForm, setUp } from './person.js'

beforeEach(setUp)

const MARKUP = '<img src="x" onerror="alert(1)"><b>Call +44 900 000 000</b> {{code}} %s'

it.each([400, 403, 429, 500])('shows nothing of what a server says beside a %i', async (status) => {
  const { person, homeserver, container } = renderForm()
  homeserver.failNext('requestToken', { status, body: { errcode: MARKUP, error: MARKUP } })
  await person.user.type(person.number, NUMBER)
  await person.press('Send code')
  expect(problem().textContent).not.toBe('')
  expect(container.innerHTML).not.toMatch(/<img|<b>|&lt;|900 000 000/)
})

it('shows nothing of a page that a proxy answers with', async () => {
  const { person, homeserver, container } = renderForm()
  await person.askForCode()
  homeserver.failNext('submitToken', { status: 502, body: `<html>${MARKUP}<script>alert(1)</script></html>` })
  await person.submitCode('123456')
  expect(problem().textContent).not.toBe('')
  expect(container.innerHTML).not.toMatch(/<img|<b>|<script|&lt;|900 000 000/)
})

it('shows where a server says that it texted only as a number', async () => {
  const { person, homeserver, container } = renderForm()
  const body = { sid: 'sid', submit_url: 'https://sms.example.org/', msisdn: '44900000000', intl_fmt: MARKUP }
  homeserver.failNext('requestToken', { status: 200, body })
  await person.askForCode()
  expect(container.textContent).toContain('+44900000000')
  expect(container.innerHTML).not.toMatch(/<img|<b>|&lt;|900 000 000/)
})

it('shows nothing of what an app’s own error says', async () => {
  const onVerified = () => Promise.reject(new Error(MARKUP))
  const { person, container } = renderForm({ onVerified })
  await person.askForCode()
  await person.submitCode(person.readCode())
  expect(problem().textContent).not.toBe('')
  expect(container.innerHTML).not.toMatch(/<img|<b>|&lt;|900 000 000/)
})

it.each(['submit-url-javascript', 'submit-url-userinfo'] as const)(
  'sends no code to an unsafe address, and says whom to ask: %s',
  async (scenario) => {
    const onRecovery = vi.fn()
    const { person, homeserver } = renderForm({ scenario, onRecovery })
    await person.user.type(person.number, NUMBER)
    await person.press('Send code')
    expect(problem().textContent).toContain('an unsafe address. Contact its administrator')
    expect(screen.queryByLabelText('Verification code')).toBeNull()
    await person.press('Get help')
    expect(onRecovery).toHaveBeenCalledOnce()
    expect(homeserver.requests).toHaveLength(1)
  },
)
