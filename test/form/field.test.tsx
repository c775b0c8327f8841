import { act, fireEvent, screen } from '@testing-library/react'
import { createPortal } from 'react-dom'
import { useFormContext, FormProvider } from 'react-hook-form'
import { beforeEach, expect, it, vi } from 'vitest'
import { renderScreen, SAVED, verify } from './fieldScreen.js'
import { advance, NUMBER, seeProblem, setUp, settled, SHOWN } from './person.js'

beforeEach(setUp)

it('gives the form a verified number, which shows as verified', async () => {
  const { person, form, onSubmit } = renderScreen()
  expect(form.getValues('phone')).toBeNull()
  await verify(person)
  expect(form.getValues('phone')).toMatchObject({ phoneNumber: '+447400123456', country: 'GB' })
  expect(screen.getByRole('heading', { name: /is verified/ }).textContent).toContain(SHOWN)
  await person.press('Create account')
  expect(onSubmit).toHaveBeenCalledTimes(1)
  expect(onSubmit.mock.calls[0]?.[0].phone).toEqual(form.getValues('phone'))
})

it('can be left out where the app says so', async () => {
  const { person, onSubmit } = renderScreen({ rules: { required: false } })
  await person.press('Create account')
  expect(onSubmit).toHaveBeenCalledWith({ name: '', phone: null })
})

it('has no form of its own, and keeps Enter in either input from the form around it', async () => {
  const { person, onSubmitEvent, group } = renderScreen()
  expect(group.querySelector('form')).toBeNull()
  await person.user.type(person.number, `${NUMBER}{Enter}`)
  await settled()
  expect(person.asked).toHaveLength(1)
  await person.user.type(person.code, '{Enter}')
  await settled()
  seeProblem(person.code, 'Enter the code from the text.', '')
  await person.user.type(person.code, `${person.readCode()}{Enter}`)
  await settled()
  expect(screen.getByRole('heading', { name: /is verified/ })).toBeTruthy()
  expect(onSubmitEvent).not.toHaveBeenCalled()
})

it('has nothing that belongs to the form around it', async () => {
  const { person } = renderScreen()
  const ours = () => {
    const form = screen.getByRole<HTMLFormElement>('form', { name: 'Registration' })
    return [...form.elements].filter((element) => !element.matches('fieldset, button')).length
  }
  await advance(1000)
  expect(ours()).toBe(1)
  await person.askForCode()
  expect(ours()).toBe(1)
  expect(screen.getAllByRole<HTMLButtonElement>('button').map(({ type }) => type)).toEqual([
    'button',
    'button',
    'button',
    'submit',
  ])
})

it('has nothing that belongs to the form around it in the search for a country', async () => {
  const { person, onSubmitEvent } = renderScreen({ countrySelect: 'search' })
  await vi.waitFor(() => expect(person.country.tagName).toBe('BUTTON'))
  await person.user.click(person.country)
  const search = screen.getByLabelText<HTMLInputElement>('Search countries')
  expect(search.form).toBeNull()
  await person.user.type(search, 'fran{Enter}')
  expect(person.country.textContent).toContain('France')
  expect(onSubmitEvent).not.toHaveBeenCalled()
})

it('leaves Enter to an input method', async () => {
  const { person } = renderScreen()
  await person.user.type(person.number, NUMBER)
  fireEvent.keyDown(person.number, { key: 'Enter', isComposing: true })
  await settled()
  expect(person.asked).toEqual([])
  await person.press('Send code')
  await person.user.type(person.code, person.readCode())
  fireEvent.keyDown(person.code, { key: 'Enter', isComposing: true })
  await settled()
  expect(person.submitted).toEqual([])
})

it('leaves Enter to an input method of Safari, which says by another code that it took it', async () => {
  const { person } = renderScreen()
  await person.user.type(person.number, NUMBER)
  fireEvent.keyDown(person.number, { key: 'Enter', keyCode: 229, isComposing: false })
  await settled()
  expect(person.asked).toEqual([])
})

it('works in a portal, whose events the form around it hears in React', async () => {
  const dialog = document.createElement('div')
  document.body.append(dialog)
  const { person, onSubmitEvent, form } = renderScreen({ around: (field) => createPortal(field, dialog) })
  await person.user.type(person.number, `${NUMBER}{Enter}`)
  await settled()
  await person.user.type(person.code, `${person.readCode()}{Enter}`)
  await settled()
  expect(form.getValues('phone')).toMatchObject({ phoneNumber: '+447400123456' })
  expect(onSubmitEvent).not.toHaveBeenCalled()
})

it('leaves the form of the app what useFormContext finds', async () => {
  const names: string[] = []
  function Help() {
    names.push(Object.keys(useFormContext().getValues()).join(' '))
    return <p>Help</p>
  }
  const { person } = renderScreen({
    help: <Help />,
    around: (field, form) => <FormProvider {...form}>{field}</FormProvider>,
  })
  await person.askForCode()
  expect(new Set(names)).toEqual(new Set(['name phone']))
})

it('keeps what the app does with the proof', async () => {
  const onVerified: unknown[] = []
  const { person } = renderScreen({
    onVerified: (phone, details) => onVerified.push([phone.country, details]),
  })
  await verify(person)
  expect(onVerified).toEqual([['GB', { resumed: false }]])
})

it('is named by its label', () => {
  renderScreen({ label: 'Your phone' })
  expect(screen.getByRole('group', { name: 'Your phone' })).toBeTruthy()
})

it('shows an initial value as verified, and asks nobody about it', async () => {
  const { person, homeserver } = renderScreen({ form: { defaultValues: { name: '', phone: SAVED } } })
  await settled()
  expect(screen.getByRole('heading', { name: /is verified/ }).textContent).toBe(
    '+33 6 39 98 00 01 is verified.',
  )
  await person.press('Change number')
  expect(person.number.value).toBe('+33 6 39 98 00 01')
  expect(homeserver.requests).toEqual([])
})

it('shows a value that the app sets later as verified', async () => {
  const { form } = renderScreen()
  await act(async () => form.setValue('phone', SAVED))
  await settled()
  expect(screen.getByRole('heading', { name: /is verified/ })).toBeTruthy()
})
