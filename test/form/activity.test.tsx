import { act, render, screen } from '@testing-library/react'
import { Activity } from 'react'
import { beforeEach, expect, it } from 'vitest'
import { PhoneVerificationForm } from '../../src/form/PhoneVerificationForm.js'
import { connect } from './connect.js'
import { advance, NUMBER, Person, problem, setUp, Surroundings } from './person.js'

beforeEach(setUp)

/** The form in a tab of an app that keeps what it hides. */
function renderTab() {
  const { homeserver, client } = connect()
  const tab = (mode: 'visible' | 'hidden') => (
    <Activity mode={mode}>
      <PhoneVerificationForm homeserver={client} purpose="register" defaultCountry="GB" locale="en" />
    </Activity>
  )
  const { rerender } = render(tab('visible'), { wrapper: Surroundings })
  const person = new Person(homeserver)
  return {
    person,
    homeserver,
    /** Hides the tab for a while. */
    hideFor: async (milliseconds: number) => {
      rerender(tab('hidden'))
      await advance(milliseconds)
      await act(async () => rerender(tab('visible')))
    },
  }
}

it('has the number still, after its tab was hidden', async () => {
  const { person, hideFor } = renderTab()
  await person.user.type(person.number, NUMBER)
  await hideFor(5000)
  expect(person.number.value).toBe(NUMBER)
  await person.press('Send code')
  expect(person.asked).toHaveLength(1)
})

it('has counted on behind its tab, and asked for nothing', async () => {
  const { person, hideFor } = renderTab()
  await person.askForCode()
  await person.user.type(person.code, '12')
  await hideFor(20_000)
  expect(person.code.value).toBe('12')
  expect(screen.getByRole('timer').textContent).toMatch(/0:(09|10)/)
  await hideFor(20_000)
  expect(screen.queryByRole('timer')).toBeNull()
  expect(person.button('Resend code').getAttribute('aria-disabled')).not.toBe('true')
  expect(person.asked).toHaveLength(1)
  await person.submitCode(person.readCode())
  expect(screen.getByRole('heading', { name: /is verified/ })).toBeTruthy()
})

it('says that sending was given up behind its tab, and sends the same again with one press', async () => {
  const { person, homeserver, hideFor } = renderTab()
  homeserver.scenario = 'never-answers'
  await person.user.type(person.number, NUMBER)
  await person.press('Send code')
  await hideFor(1000)
  expect(problem().textContent).toMatch(/took too long to answer/)
  expect(person.number.value).toBe(NUMBER)
  homeserver.scenario = 'specification'
  await person.press('Try again')
  expect(person.code).toBeTruthy()
  const [first, second] = person.asked
  expect(second).toEqual(first)
})
