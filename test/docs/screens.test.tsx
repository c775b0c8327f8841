import { readdirSync } from 'node:fs'
import { QueryClient } from '@tanstack/react-query'
import { act, screen } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { app, NUMBER, open, press, RECIPES, setUp, submit, tearDown, verify, type Recipe } from './recipes.js'

beforeEach(setUp)
afterEach(tearDown)

/** Those in the forms of other libraries, which `otherForms` plays. */
const IN_OTHER_FORMS = ['ConformForm', 'FormAction', 'TanStackForm']

/** Those that show one thing of a screen, or need the app around them. */
const PIECES = [
  'Events',
  'Languages',
  'MatrixJsSdk',
  'NumberQuestion',
  'OneField',
  'Recovery',
  'Resend',
  'ServerField',
]

async function finish(recipe: Recipe, user: UserEvent) {
  await submit(recipe, user)
  expect(await screen.findByText(recipe.done)).toBeTruthy()
  expect(app.homeserver.messages).toHaveLength(1)
  expect(app.homeserver.phoneNumbersOf('alice')).toContain(NUMBER)
}

describe.each(Object.entries(RECIPES))('the example %s', (_, recipe) => {
  it('ends in an account that has the number', async () => {
    const { user } = await verify(recipe)
    await finish(recipe, user)
  })

  it('ends there too after the person left the verified number and came back', async () => {
    const { view } = await verify(recipe)
    view.unmount()
    const { user } = open(recipe)
    await finish(recipe, user)
  })
})

/** What comes next below the verified number, in the recipes that leave that to the form. */
const NEXT = { Registration: 'Username', PasswordReset: 'New password', AddPhone: 'Your password' } as const

describe.each(Object.entries(NEXT))('the recipe %s', (name, next) => {
  const recipe = RECIPES[name as keyof typeof NEXT]

  it('goes on where it was after a reload, without another SMS', async () => {
    const { view } = await verify(recipe)
    view.unmount()
    app.queryClient = new QueryClient()
    open(recipe)
    expect(await screen.findByLabelText(next)).toBeTruthy()
    expect(app.homeserver.messages).toHaveLength(1)
  })

  it('takes away what comes next when the person changes the number', async () => {
    const { user } = await verify(recipe)
    expect(await screen.findByLabelText(next)).toBeTruthy()
    await press(user, 'Change number')
    expect(screen.queryByLabelText(next)).toBeNull()
  })

  it('begins at the number for whoever comes after it is done', async () => {
    const { user, view } = await verify(recipe)
    await finish(recipe, user)
    view.unmount()
    await act(() => vi.advanceTimersByTimeAsync(0))
    open(recipe)
    expect(await screen.findByLabelText('Phone number')).toBeTruthy()
    expect(screen.queryByLabelText(next)).toBeNull()
  })
})

it('every example of the pages is played, or is a piece of one', () => {
  const files = readdirSync('stories/docs/snippets').filter((name) => name.endsWith('.tsx'))
  expect(files.map((name) => name.replace('.tsx', '')).sort()).toEqual(
    [...Object.keys(RECIPES), ...IN_OTHER_FORMS, ...PIECES].sort(),
  )
})
