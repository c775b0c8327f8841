import { act, screen } from '@testing-library/react'
import { useState, type ReactNode } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { PhoneVerification } from '../../src/form/PhoneVerification.js'
import { renderScreen, SAVED, verify } from './fieldScreen.js'
import { advance, NUMBER, setUp, settled } from './person.js'

beforeEach(setUp)

it('takes the value away when the number is changed, and leads back to it', async () => {
  const { person, form, onSubmit } = renderScreen()
  await verify(person)
  await person.press('Change number')
  expect(form.getValues('phone')).toBeNull()
  expect(document.activeElement).toBe(person.number)
  expect(person.number.value).toBe(NUMBER)
  await person.press('Create account')
  expect(onSubmit).not.toHaveBeenCalled()
  await verify(person, '{Control>}a{/Control}07400 654321')
  expect(form.getValues('phone')).toMatchObject({ phoneNumber: '+447400654321' })
})

describe('reset of the form', () => {
  const stages: [string, (screen: ReturnType<typeof renderScreen>) => Promise<unknown>][] = [
    ['a number that is being typed', ({ person }) => person.user.type(person.number, '07400 12')],
    ['a code that is awaited', ({ person }) => person.askForCode()],
    ['a number that is verified', ({ person }) => verify(person)],
  ]

  it.each(stages)('empties the field after %s', async (_stage, reach) => {
    const view = renderScreen()
    await reach(view)
    await view.person.user.click(screen.getByLabelText('Name'))
    await act(async () => view.form.reset())
    await settled()
    expect(view.person.number.value).toBe('')
    expect(view.form.getValues('phone')).toBeNull()
    await verify(view.person)
    expect(view.form.getValues('phone')).toMatchObject({ phoneNumber: '+447400123456' })
  })

  it('leads to the value that the form begins with', async () => {
    const { person, form } = renderScreen({ form: { defaultValues: { name: '', phone: SAVED } } })
    await settled()
    await person.press('Change number')
    await act(async () => form.reset())
    await settled()
    expect(screen.getByRole('heading', { name: /is verified/ }).textContent).toContain('+33 6 39 98 00 01')
  })

  it('lets no number go out that is being read at that moment', async () => {
    const { person, form, homeserver } = renderScreen()
    await person.user.type(person.number, NUMBER)
    await act(async () => {
      person.button('Send code').click()
      form.reset({ name: '', phone: null })
    })
    await settled()
    expect(homeserver.requests).toEqual([])
    expect(person.number.value).toBe('')
  })

  it('takes away what was wrong with it', async () => {
    const { person, form } = renderScreen()
    await person.press('Create account')
    await act(async () => form.reset())
    expect(person.number.hasAttribute('aria-invalid')).toBe(false)
  })
})

it('keeps what another flow has proved when the screen goes to it, with its value, and back', async () => {
  const onEvent = vi.fn()
  const { person, form, rerender } = renderScreen({ id: 'home', onEvent })
  await verify(person)
  const home = form.getValues('phone')
  rerender({ id: 'work', onEvent })
  await settled()
  await verify(person, '{Control>}a{/Control}07400 654321')
  await act(async () => {
    rerender({ id: 'home', onEvent })
    form.setValue('phone', home)
  })
  await settled()
  expect(form.getValues('phone')).toEqual(home)
  expect(screen.getByText(/is verified/).textContent).toContain('123456')
  expect(onEvent.mock.calls.filter(([{ type }]) => type === 'reset')).toEqual([])
})

it('empties the field when the app takes the value away', async () => {
  const { person, form } = renderScreen()
  await verify(person)
  await act(async () => form.setValue('phone', null))
  await settled()
  expect(person.number.value).toBe('')
})

it('is emptied alone by resetField', async () => {
  const { person, form } = renderScreen()
  await person.user.type(screen.getByLabelText('Name'), 'Alice')
  await person.user.type(person.number, '07400 12')
  await person.user.click(screen.getByLabelText('Name'))
  await act(async () => form.resetField('phone'))
  await settled()
  expect(person.number.value).toBe('')
  expect(form.getValues()).toEqual({ name: 'Alice', phone: null })
})

it('shows each value that the app sets by its own number', async () => {
  const { form } = renderScreen({ form: { defaultValues: { name: '', phone: SAVED } } })
  const shown = () => screen.getByRole('heading', { name: /is verified/ }).textContent
  await settled()
  act(() => form.setValue('phone', { ...SAVED, phoneNumber: '+33639980002', sid: 'another' }))
  expect(shown()).toBe('+33639980002 is verified.')
  await settled()
  expect(shown()).toBe('+33 6 39 98 00 02 is verified.')
})

it('takes the focus where setFocus leads, in each step and after a reset', async () => {
  const { person, form } = renderScreen()
  const focus = async () => {
    form.setFocus('phone')
    // Newer versions of react-hook-form wait for a moment.
    await advance(1)
    return document.activeElement
  }
  expect(await focus()).toBe(person.number)
  await person.askForCode()
  screen.getByLabelText('Name').focus()
  expect(await focus()).toBe(person.code)
  await person.submitCode(person.readCode())
  await settled()
  screen.getByLabelText('Name').focus()
  expect((await focus())?.textContent).toContain('is verified')
  await act(async () => form.reset())
  expect(await focus()).toBe(person.number)
})

it('selects what is typed where setFocus is to select', async () => {
  const { person, form } = renderScreen()
  await person.user.type(person.number, '07400')
  form.setFocus('phone', { shouldSelect: true })
  await advance(1)
  expect(document.activeElement).toBe(person.number)
  expect([person.number.selectionStart, person.number.selectionEnd]).toEqual([0, 5])
})

it('selects what is typed where the ref of a component is the element around its input', async () => {
  const { person, form } = renderScreen({
    children: (
      <PhoneVerification.NumberStep>
        <PhoneVerification.NumberLabel />
        <PhoneVerification.NumberInput
          render={({ ref, ...props }) => (
            <div ref={ref}>
              <input {...props} />
            </div>
          )}
        />
      </PhoneVerification.NumberStep>
    ),
  })
  await person.user.type(person.number, '07400')
  screen.getByLabelText('Name').focus()
  form.setFocus('phone', { shouldSelect: true })
  await advance(1)
  expect(document.activeElement).toBe(person.number)
  expect([person.number.selectionStart, person.number.selectionEnd]).toEqual([0, 5])
})

it('counts as touched when the person has left it, and as changed once the number is verified', async () => {
  const { person, form } = renderScreen()
  await person.user.click(person.number)
  await person.user.click(person.country)
  expect(form.getFieldState('phone').isTouched).toBe(false)
  await person.user.click(screen.getByLabelText('Name'))
  expect(form.getFieldState('phone')).toMatchObject({ isTouched: true, isDirty: false })
  await verify(person)
  expect(form.getFieldState('phone').isDirty).toBe(true)
})

it('can be disabled, by itself and with the form', async () => {
  const { person, rerender, onSubmit } = renderScreen()
  rerender({ disabled: true })
  expect(person.number.disabled).toBe(true)
  expect((person.button('Send code') as HTMLButtonElement).disabled).toBe(true)
  await person.press('Create account')
  expect(onSubmit.mock.calls[0]?.[0].phone).toBeUndefined()
  rerender({ disabled: false })
  await verify(person)
  rerender({ disabled: true })
  expect((person.button('Change number') as HTMLButtonElement).disabled).toBe(true)
})

it('is disabled with the form', () => {
  const { person } = renderScreen({ form: { disabled: true } })
  expect(person.number.disabled).toBe(true)
})

it.each([
  [true, undefined],
  [false, '+447400123456'],
])(
  'with shouldUnregister=%s leaves %s behind, and shows the number again',
  async (shouldUnregister, left) => {
    let show: (isShown: boolean) => void = () => undefined
    function Page({ children }: { children: ReactNode }) {
      const [isShown, setIsShown] = useState(true)
      show = setIsShown
      return isShown && children
    }
    const { person, form } = renderScreen({ shouldUnregister, around: (field) => <Page>{field}</Page> })
    await verify(person)
    await act(async () => show(false))
    expect(form.getValues('phone')?.phoneNumber).toBe(left)
    await act(async () => show(true))
    await settled()
    expect(screen.getByRole('heading', { name: /is verified/ })).toBeTruthy()
    expect(form.getValues('phone')?.phoneNumber).toBe('+447400123456')
  },
)
