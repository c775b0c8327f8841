import { screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { app, press, RECIPES, setUp, submit, tearDown, verify, verifyNumber } from './recipes.js'

beforeEach(setUp)
afterEach(tearDown)

const HOUR = 60 * 60 * 1000

const refusal = (status: number, errcode: string) => ({ status, body: { errcode, error: 'No.' } })

/** Waits for words that say how to go on. */
const words = (said: RegExp) =>
  vi.waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(said), { timeout: 10_000 })

describe.each(Object.entries(RECIPES))('the example %s says how to go on', (_, recipe) => {
  it('when there is no connection, after too many attempts, and with a weak password', async () => {
    const { user } = await verify(recipe)
    app.homeserver.failNext(recipe.call, 'offline')
    await submit(recipe, user)
    await words(/^(?!.*(username|password)).*try again/i)
    app.homeserver.failNext(recipe.call, refusal(429, 'M_LIMIT_EXCEEDED'))
    await press(user, recipe.finish)
    await words(/^(Too many attempts|Try again later)/)
    app.homeserver.failNext(recipe.call, refusal(400, 'M_WEAK_PASSWORD'))
    await press(user, recipe.finish)
    await words(/^Choose a longer password\.$/)
    await press(user, recipe.finish)
    expect(await screen.findByText(recipe.done)).toBeTruthy()
  })

  it('when the proof is too old: the number is verified again, and the words go', async () => {
    const { user } = await verify(recipe)
    app.homeserver.advanceTime(25 * HOUR)
    await submit(recipe, user)
    await words(/verify it again/)
    await press(user, 'Change number')
    await verifyNumber(user)
    await screen.findByRole('button', { name: recipe.finish })
    expect(screen.queryByRole('alert')).toBeNull()
    await submit(recipe, user)
    expect(await screen.findByText(recipe.done)).toBeTruthy()
  })
})
