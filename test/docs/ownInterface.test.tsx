import { act, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  app,
  askForCode,
  begin,
  NUMBER,
  press,
  RECIPES,
  setUp,
  submit,
  tearDown,
  verifyNumber,
} from './recipes.js'

beforeEach(setUp)
afterEach(tearDown)

const recipe = RECIPES.OwnInterface
const field = (label: string) => screen.findByLabelText<HTMLInputElement>(label)
const codes = () => app.homeserver.requests.filter(({ operation }) => operation === 'submitToken')

describe('the interface on the hook alone', () => {
  it('sends nothing for an empty field, in any step', async () => {
    const { user } = await begin(recipe)
    await press(user, 'Send code')
    expect(app.homeserver.requests).toEqual([])
    await askForCode(user)
    await press(user, 'Verify')
    expect(codes()).toEqual([])
    await user.type(await field('Verification code'), (await app.homeserver.nextSms()).code)
    await press(user, 'Verify')
    await field('Username')
    await press(user, 'Create account')
    await act(() => vi.advanceTimersByTimeAsync(1000))
    expect(app.homeserver.requests.filter(({ operation }) => operation === 'register')).toEqual([])
  })

  it('sends as the code what is typed as the code', async () => {
    const { user } = await begin(recipe)
    await askForCode(user)
    expect((await field('Verification code')).value).toBe('')
    await user.type(await field('Verification code'), '000000')
    await press(user, 'Verify')
    expect(await screen.findByText(/That code isn’t right/)).toBeTruthy()
    expect(codes().map(({ body }) => (body as { token: string }).token)).toEqual(['000000'])
  })

  it('has the number in the field after "Change number", and sends that one', async () => {
    const { user } = await begin(recipe)
    await askForCode(user)
    await user.type(await field('Verification code'), '123')
    await press(user, 'Change number')
    expect((await field('Phone number')).value).toBe('+44 7400 123456')
    await press(user, 'Send code')
    expect((await field('Verification code')).value).toBe('')
    expect(app.homeserver.messages.map(({ to }) => to)).toEqual([NUMBER])
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('asks before a landline is texted, and not again behind "Change number"', async () => {
    const { user } = await begin(recipe)
    await askForCode(user, '020 7946 0958')
    expect(await screen.findByText(/may be a landline/)).toBeTruthy()
    expect(app.homeserver.messages).toEqual([])
    await press(user, '+44 20 7946 0958')
    await press(user, 'Change number')
    await field('Phone number')
    expect(screen.queryByText(/may be a landline/)).toBeNull()
  })

  it('texts another code when the time for it has come, and not before', async () => {
    const { user } = await begin(recipe)
    await askForCode(user)
    await user.click(await screen.findByRole('button', { name: /^Send another text in \d+ s$/ }))
    expect(app.homeserver.messages).toHaveLength(1)
    act(() => {
      vi.advanceTimersByTime(30_000)
    })
    await press(user, 'Send another text')
    await vi.waitFor(() => expect(app.homeserver.messages).toHaveLength(2))
  })

  it('makes one account when the button is pressed twice', async () => {
    const { user } = await begin(recipe)
    await verifyNumber(user)
    await user.type(await field('Username'), 'alice')
    await user.dblClick(await screen.findByRole('button', { name: 'Create account' }))
    expect(await screen.findByText(recipe.done)).toBeTruthy()
    expect(app.homeserver.accounts).toHaveLength(1)
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('where the text has a link and no code', () => {
  async function askForLink() {
    const { user } = await begin(recipe)
    app.homeserver.scenario = 'no-submit-url'
    await askForCode(user)
    expect(await screen.findByText(/Follow the link in the text to \+44 7400 123456/)).toBeTruthy()
    return user
  }

  it('goes on once the link was followed, and says so before', async () => {
    const user = await askForLink()
    await submit(recipe, user)
    expect(await screen.findByText(/isn’t confirmed yet/)).toBeTruthy()
    app.homeserver.followLink()
    await press(user, 'Create account')
    expect(await screen.findByText(recipe.done)).toBeTruthy()
    expect(app.homeserver.phoneNumbersOf('alice')).toEqual([NUMBER])
  })

  it('has ways to another number and to another text', async () => {
    const user = await askForLink()
    act(() => {
      vi.advanceTimersByTime(30_000)
    })
    await press(user, 'Send another text')
    await vi.waitFor(() => expect(app.homeserver.messages).toHaveLength(2))
    await press(user, 'Change number')
    expect((await field('Phone number')).value).toBe('+44 7400 123456')
  })
})
