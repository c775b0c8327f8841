import { render, screen } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { PhoneVerificationForm } from '../../src/form/PhoneVerificationForm.js'
import { connect } from './connect.js'
import { NUMBER, Person, setUp, Surroundings } from './person.js'

beforeEach(setUp)

function renderInForm(as?: 'fieldset') {
  const { homeserver, client } = connect()
  const onSubmit = vi.fn()
  render(
    <form onSubmit={onSubmit}>
      <PhoneVerificationForm homeserver={client} purpose="register" defaultCountry="GB" locale="en" as={as} />
    </form>,
    { wrapper: Surroundings },
  )
  return { person: new Person(homeserver), onSubmit }
}

it('says in the console that it stands in a form of the app, and the way out', () => {
  renderInForm()
  // React complains of it too, without a way out.
  const said = vi.mocked(console.error).mock.calls.map(([text]) => String(text))
  vi.mocked(console.error).mockClear()
  expect(said.filter((text) => /inside of another <form>.*as="fieldset"/s.test(text))).not.toEqual([])
})

it('verifies in a form of the app as a fieldset, and submits nothing of it', async () => {
  const { person, onSubmit } = renderInForm('fieldset')
  expect(screen.getByRole('group').className).toContain('mpv-root')
  await person.askForCode(NUMBER)
  await person.user.type(person.code, `${person.readCode()}{Enter}`)
  expect(await screen.findByText(/is verified/)).toBeTruthy()
  expect(onSubmit).not.toHaveBeenCalled()
})
