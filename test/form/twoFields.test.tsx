import { render, screen, within } from '@testing-library/react'
import { useForm } from 'react-hook-form'
import { beforeEach, expect, it } from 'vitest'
import { PhoneVerificationField } from '../../src/form/PhoneVerificationField.js'
import { connect } from './connect.js'
import type { Values } from './fieldScreen.js'
import { NUMBER, Person, setUp, settled, Surroundings } from './person.js'

beforeEach(setUp)

it('types into one of two numbers', async () => {
  const { person, home, work } = renderTwo()
  await person.user.type(home.number, '07400 1')
  expect([home.number.value, work.number.value]).toEqual(['07400 1', ''])
  expect(home.number.id).not.toBe(work.number.id)
})

it('verifies one of two numbers', async () => {
  const { person, home, work, getValues } = renderTwo()
  await person.user.type(home.number, `${NUMBER}{Enter}`)
  await settled()
  expect(work.number.value).toBe('')
  await person.user.type(home.code, `${person.readCode()}{Enter}`)
  await settled()
  expect(getValues()).toMatchObject({ home: { phoneNumber: '+447400123456' }, work: null })
})

it('shows each of two numbers in its own step after a reload', async () => {
  const { person, home, work, reload } = renderTwo()
  await person.user.type(home.number, `${NUMBER}{Enter}`)
  await settled()
  reload()
  await settled()
  expect(home.code).toBeTruthy()
  expect(work.number.value).toBe('')
})

type Two = Record<'home' | 'work', Values['phone']>

/** A form with a number for the home and one for work, to which the app gives no ids. */
function renderTwo() {
  const { homeserver, client } = connect()
  const app: { getValues?: () => Two } = {}
  function Screen() {
    const { control, getValues } = useForm<Two>({ defaultValues: { home: null, work: null } })
    app.getValues = getValues
    const common = { control, homeserver: client, purpose: 'register', defaultCountry: 'GB' } as const
    return (
      <>
        <PhoneVerificationField {...common} name="home" label="Home" />
        <PhoneVerificationField {...common} name="work" label="Work" />
      </>
    )
  }
  const view = render(<Screen />, { wrapper: Surroundings })
  return {
    person: new Person(homeserver),
    home: fieldsOf('Home'),
    work: fieldsOf('Work'),
    getValues: () => app.getValues?.(),
    reload: () => {
      view.unmount()
      render(<Screen />, { wrapper: Surroundings })
    },
  }
}

function fieldsOf(name: string) {
  const find = (label: string) =>
    within(screen.getByRole('group', { name })).getByLabelText<HTMLInputElement>(label)
  return {
    get number() {
      return find('Phone number')
    },
    get code() {
      return find('Verification code')
    },
  }
}
