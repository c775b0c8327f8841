import { render, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { PhoneVerificationForm } from '../../src/form/PhoneVerificationForm.js'
import type { Scenario } from '../../src/testing/index.js'
import { connect } from './connect.js'
import { advance, NUMBER, Person, problem, renderForm, settled, setUp, Surroundings } from './person.js'

beforeEach(setUp)

it('leaves the focus alone when it comes up, also on a page that was reloaded', async () => {
  const { person, reload } = renderForm()
  await advance(1000)
  expect(document.activeElement).toBe(document.body)
  await person.askForCode()
  reload()
  await settled()
  expect(person.code).toBeTruthy()
  expect(document.activeElement).toBe(document.body)
})

it('leaves the focus with somebody who went on to another field of the page', async () => {
  const other = document.createElement('input')
  document.body.append(other)
  const { person } = renderForm({ scenario: 'slow' })
  await person.user.type(person.number, `${NUMBER}{Enter}`)
  await person.user.click(other)
  person.homeserver.release()
  await settled()
  expect(person.code).toBeTruthy()
  expect(document.activeElement).toBe(other)
})

describe('in a shadow root', () => {
  it('goes on to the code with the person', async () => {
    const { root, form, person } = renderInShadow()
    await person.user.type(form.getByLabelText('Phone number'), `${NUMBER}{Enter}`)
    await settled()
    expect(root.activeElement).toBe(form.getByLabelText('Verification code'))
  })

  it('leads to the number that was refused', async () => {
    const { root, form, person } = renderInShadow('number-in-use')
    await person.user.type(form.getByLabelText('Phone number'), NUMBER)
    await person.user.click(form.getByRole('button', { name: 'Send code' }))
    await settled()
    expect(problem(root)).toBeTruthy()
    expect(root.activeElement).toBe(form.getByLabelText('Phone number'))
  })

  it('leaves the focus with somebody who went on to another field there', async () => {
    const { root, other, form, person } = renderInShadow('slow')
    await person.user.type(form.getByLabelText('Phone number'), `${NUMBER}{Enter}`)
    await person.user.click(other)
    person.homeserver.release()
    await settled()
    expect(form.getByLabelText('Verification code')).toBeTruthy()
    expect(root.activeElement).toBe(other)
  })
})

/** The form and another field in a component of the app that hides what is in it. */
function renderInShadow(scenario?: Scenario) {
  const { homeserver, client } = connect(scenario)
  const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' })
  const container = root.appendChild(document.createElement('div'))
  const other = root.appendChild(document.createElement('input'))
  render(<PhoneVerificationForm homeserver={client} purpose="register" defaultCountry="GB" locale="en" />, {
    wrapper: Surroundings,
    container,
  })
  return { root, other, form: within(container), person: new Person(homeserver) }
}
