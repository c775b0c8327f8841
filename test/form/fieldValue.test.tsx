import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { act, screen } from '@testing-library/react'
import { useState, type ReactNode } from 'react'
import { useForm } from 'react-hook-form'
import { beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import * as mini from 'zod/mini'
import { PhoneVerificationField } from '../../src/form/PhoneVerificationField.js'
import { verifiedPhoneSchema } from '../../src/form/verifiedPhoneSchema.js'
import { de } from '../../src/messages/locales/de.js'
import { renderScreen, SAVED, verify, type Values } from './fieldScreen.js'
import { advance, describedBy, NUMBER, setUp, settled } from './person.js'

beforeEach(setUp)

const WORDS = 'Verify your phone number first: ask for a code and enter it here.'

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
    expect(screen.getByText(/is verified/).textContent).toContain('+33 6 39 98 00 01')
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

it('empties the field when the app takes the value away', async () => {
  const { person, form } = renderScreen()
  await verify(person)
  await act(async () => form.setValue('phone', null))
  await settled()
  expect(person.number.value).toBe('')
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
    expect(screen.getByText(/is verified/)).toBeTruthy()
    expect(form.getValues('phone')?.phoneNumber).toBe('+447400123456')
  },
)

it('holds two numbers of one form apart', async () => {
  function Two() {
    const { control } = useForm<{ home: Values['phone']; work: Values['phone'] }>({
      defaultValues: { home: null, work: null },
    })
    const common = { control, homeserver: 'https://matrix.example.org', purpose: 'register' } as const
    return (
      <>
        <PhoneVerificationField {...common} name="home" label="Home" defaultCountry="GB" />
        <PhoneVerificationField {...common} name="work" label="Work" defaultCountry="GB" />
      </>
    )
  }
  const { person } = renderScreen({ around: () => <Two /> })
  const [home, work] = screen.getAllByLabelText<HTMLInputElement>('Phone number')
  if (home === undefined || work === undefined) throw new Error('There are not two numbers.')
  await person.user.type(home, '07400 1')
  expect(work.value).toBe('')
  expect(new Set(screen.getAllByLabelText('Phone number').map(({ id }) => id)).size).toBe(2)
})

describe.each([
  ['zod', z.object({ name: z.string(), phone: verifiedPhoneSchema })],
  ['zod/mini', mini.object({ name: mini.string(), phone: verifiedPhoneSchema })],
])('verifiedPhoneSchema in a schema of %s', (_name, schema) => {
  it('holds the form back, in the language of the field', async () => {
    const resolver = standardSchemaResolver(schema)
    const { person, onSubmit } = renderScreen({ resolver: resolver, messages: de })
    await person.press('Create account')
    expect(onSubmit).not.toHaveBeenCalled()
    expect(describedBy(screen.getByLabelText('Telefonnummer'))).toBe(de.verifyFirst)
  })

  it('lets a verified number through', async () => {
    const { person, onSubmit } = renderScreen({ resolver: standardSchemaResolver(schema) })
    await verify(person)
    await person.press('Create account')
    expect(onSubmit.mock.calls[0]?.[0].phone).toMatchObject({ phoneNumber: '+447400123456' })
  })

  it.each([null, undefined, {}, { ...SAVED, sid: '' }, '+447400123456'])('refuses %j', (phone) => {
    const { error } = schema.safeParse({ name: '', phone })
    expect(error?.issues).toMatchObject([{ path: ['phone'], message: WORDS }])
  })
})

it('shows the words of a schema of the app', async () => {
  const schema = z.object({
    name: z.string(),
    phone: z.union([z.null(), verifiedPhoneSchema]).refine((phone) => phone !== null, 'Prove it.'),
  })
  const { person } = renderScreen({ resolver: standardSchemaResolver(schema) })
  await person.press('Create account')
  expect(describedBy(person.number)).toBe('Prove it.')
})
