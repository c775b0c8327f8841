import { QueryClient } from '@tanstack/react-query'
import { act, screen } from '@testing-library/react'
import type { MatrixClient } from 'matrix-js-sdk'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { AddPhoneBySdk } from '../../stories/docs/snippets/MatrixJsSdk.js'
import { app, NUMBER, open, press, RECIPES, setUp, tearDown, verify, type Recipe } from './recipes.js'

beforeEach(setUp)
afterEach(tearDown)

/** What the library uses of the SDK's client. */
const sdk = {
  getHomeserverUrl: () => 'https://matrix.example.org',
  getAccessToken: () => 'alice',
  getUserId: () => '@alice:matrix.example.org',
  http: { fetch: (resource: string, init?: RequestInit) => fetch(resource, init) },
} as unknown as MatrixClient

const recipe: Recipe = {
  ...RECIPES.AddPhone,
  shown: <AddPhoneBySdk sdk={sdk} password="correct horse battery" />,
}
const additions = () => app.homeserver.requests.filter(({ operation }) => operation === 'add3PID')

it('adds the number when the person says so, and not by itself after a reload', async () => {
  const { view } = await verify(recipe)
  view.unmount()
  app.queryClient = new QueryClient()
  const { user } = open(recipe)
  await screen.findByRole('button', { name: recipe.finish })
  await act(() => vi.advanceTimersByTimeAsync(1000))
  expect(additions()).toEqual([])
  await press(user, recipe.finish)
  expect(await screen.findByText(recipe.done)).toBeTruthy()
  expect(app.homeserver.phoneNumbersOf('alice')).toEqual([NUMBER])
  expect(app.homeserver.messages).toHaveLength(1)
})
