import { act, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { app, press, RECIPES, setUp, submit, tearDown, verify } from './recipes.js'

beforeEach(setUp)
afterEach(tearDown)

const recipe = RECIPES.ProfilePhone
const additions = () => app.homeserver.requests.filter(({ operation }) => operation === 'add3PID').length

it('adds a number once, however often the profile is saved afterwards', async () => {
  const { user } = await verify(recipe)
  await submit(recipe, user)
  expect(await screen.findByText(recipe.done)).toBeTruthy()
  const before = additions()
  await user.type(screen.getByLabelText('Name'), ' B.')
  await press(user, 'Save')
  await act(() => vi.advanceTimersByTimeAsync(1000))
  expect(additions()).toBe(before)
  expect(screen.queryByRole('alert')).toBeNull()
  expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Alice B.')
})

it('keeps the number that was added, and forgets the password', async () => {
  const { user } = await verify(recipe)
  await submit(recipe, user)
  expect(await screen.findByText(recipe.done)).toBeTruthy()
  expect(await screen.findByRole('heading', { name: '+44 7400 123456 is verified.' })).toBeTruthy()
  expect(screen.queryByLabelText('Your password')).toBeNull()
})

it('keeps the proof when the server refuses the password', async () => {
  const { user } = await verify(recipe)
  await user.type(await screen.findByLabelText('Your password'), 'wrong')
  await press(user, 'Save')
  expect(await screen.findByText('This password is wrong.')).toBeTruthy()
  await submit(recipe, user)
  expect(await screen.findByText(recipe.done)).toBeTruthy()
  expect(app.homeserver.messages).toHaveLength(1)
})
