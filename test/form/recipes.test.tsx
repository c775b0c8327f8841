import { render, screen } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { MantineForm } from '../../stories/support/MantineForm.js'
import { MaterialForm } from '../../stories/support/MaterialForm.js'
import { ShadcnForm } from '../../stories/support/ShadcnForm.js'
import type { Scenario } from '../../src/testing/index.js'
import { connect } from './connect.js'
import { listen, NUMBER, Person, settled, setUp, SHOWN, Surroundings } from './person.js'

beforeEach(async () => {
  await setUp()
  // Mantine asks for it, and jsdom has none.
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }))
})

const RECIPES = [
  ['Material UI', MaterialForm],
  ['Mantine', MantineForm],
  ['shadcn/ui', ShadcnForm],
] as const

function renderRecipe(Form: (typeof RECIPES)[number][1], scenario?: Scenario): Person {
  const { client, homeserver } = connect(scenario)
  render(<Form homeserver={client} purpose="register" defaultCountry="GB" locale="en" />, {
    wrapper: Surroundings,
  })
  return new Person(homeserver)
}

it.each(RECIPES)('warns of a landline on leaving the field, in the recipe for %s', async (_, Form) => {
  const person = renderRecipe(Form)
  await person.user.type(person.number, '02079460958')
  await person.user.tab()
  await settled()
  expect(await listen(10_000)).toEqual([expect.stringMatching(/doesn’t look like a mobile number/)])
})

it.each(RECIPES)('announces a failure and the end once each, in the recipe for %s', async (_, Form) => {
  const person = renderRecipe(Form, 'offline')
  await person.user.type(person.number, `${NUMBER}{Enter}`)
  await settled()
  expect(screen.queryAllByRole('alert')).toEqual([])
  expect(await listen(10_000)).toEqual([expect.stringMatching(/^Can’t reach the server/)])
  person.homeserver.scenario = 'specification'
  await person.press('Try again')
  await listen(10_000)
  await person.user.type(person.code, `${person.readCode()}{Enter}`)
  await settled()
  expect(screen.queryAllByRole('alert')).toEqual([])
  expect(await listen(10_000)).toEqual([`${SHOWN} is verified.`])
})
