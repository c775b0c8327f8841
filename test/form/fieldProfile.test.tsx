import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { act, render, screen } from '@testing-library/react'
import { useForm, type UseFormReturn } from 'react-hook-form'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod'
import type { KnownPhone } from '../../src/form/KnownPhone.js'
import { PhoneVerificationField } from '../../src/form/PhoneVerificationField.js'
import { optionalVerifiedPhoneSchema } from '../../src/form/verifiedPhoneSchema.js'
import { createMatrixClient } from '../../src/matrix/createMatrixClient.js'
import type { VerifiedPhone } from '../../src/matrix/uiaAuth.js'
import { SimulatedHomeserver } from '../../src/testing/index.js'
import { SAVED, verify } from './fieldScreen.js'
import { Person, setUp, settled, Surroundings } from './person.js'

beforeEach(setUp)

const KNOWN: KnownPhone = { phoneNumber: '+33639980001' }

const schema = z.object({ name: z.string().min(1), phone: optionalVerifiedPhoneSchema })

type Phone = VerifiedPhone | KnownPhone | null

/** The form of somebody's profile, whose account has a number, or none. */
function renderProfile(phone: Phone) {
  const homeserver = new SimulatedHomeserver()
  const { baseUrl, fetch } = homeserver
  const client = createMatrixClient({ baseUrl, fetch, userId: '@alice:example.org' })
  const onSave = vi.fn<(values: z.output<typeof schema>) => void>()
  const app: { form?: UseFormReturn<z.input<typeof schema>, unknown, z.output<typeof schema>> } = {}
  function Profile() {
    const form = useForm({
      resolver: standardSchemaResolver(schema),
      defaultValues: { name: 'Alice', phone },
    })
    const { isDirty } = form.formState
    app.form = form
    return (
      <form onSubmit={(event) => void form.handleSubmit((values) => onSave(values))(event)}>
        <input aria-label="Name" {...form.register('name')} />
        <PhoneVerificationField
          name="phone"
          control={form.control}
          homeserver={client}
          purpose="addToAccount"
          defaultCountry="GB"
          locale="en"
        />
        <p>{isDirty ? 'Changed' : 'Saved'}</p>
        <button type="submit">Save</button>
      </form>
    )
  }
  const view = render(<Profile />, { wrapper: Surroundings })
  const person = new Person(homeserver)
  return { app, homeserver, onSave, person, unmount: view.unmount }
}

describe.each<[string, Phone]>([
  ['a number without a proof', KNOWN],
  ['a number with the proof of before', SAVED],
])('a profile form with %s', (_what, phone) => {
  it('shows the number with a way to change it, and asks the server for nothing', async () => {
    const { homeserver, person } = renderProfile(phone)
    await settled()
    expect(screen.getByText(/is verified/).textContent).toContain('+33 6 39 98 00 01')
    expect(person.button('Change number')).toBeTruthy()
    expect(homeserver.requests).toEqual([])
  })

  it('counts as changed by a number that is typed and not verified, and goes back without an SMS', async () => {
    const { app, homeserver, person } = renderProfile(phone)
    await settled()
    await person.press('Change number')
    await person.user.type(person.number, '{Control>}a{/Control}07400 12')
    expect(screen.getByText('Changed')).toBeTruthy()
    await act(async () => app.form?.reset())
    await settled()
    expect(screen.getByText('Saved')).toBeTruthy()
    expect(screen.getByText(/is verified/).textContent).toContain('+33 6 39 98 00 01')
    expect(homeserver.requests).toEqual([])
  })

  it('begins at the number of the account when it is changed, with its country', async () => {
    const { person } = renderProfile(phone)
    await settled()
    await person.press('Change number')
    expect(person.number.value).toBe('+33 6 39 98 00 01')
    expect(person.country.value).toBe('FR')
  })

  it('gives the proof of another number to be saved', async () => {
    const { onSave, person } = renderProfile(phone)
    await settled()
    await person.press('Change number')
    await verify(person, '{Control>}a{/Control}+44 7400 123456')
    await person.press('Save')
    expect(onSave.mock.calls[0]?.[0].phone).toMatchObject({ phoneNumber: '+447400123456' })
  })

  it('shows the code that is awaited after the page was reloaded', async () => {
    const first = renderProfile(phone)
    await settled()
    await first.person.press('Change number')
    await first.person.askForCode('{Control>}a{/Control}+44 7400 123456')
    first.unmount()
    renderProfile(phone)
    await settled()
    expect(screen.getByLabelText('Verification code')).toBeTruthy()
  })
})

it.each<[Phone, Phone]>([
  [null, null],
  [KNOWN, null],
  [SAVED, SAVED],
])('saves the rest of a profile beside the number %j, and hands on %j', async (phone, saved) => {
  const { onSave, person } = renderProfile(phone)
  await settled()
  await person.user.type(screen.getByLabelText('Name'), ' Liddell')
  await person.press('Save')
  expect(onSave.mock.calls).toEqual([[{ name: 'Alice Liddell', phone: saved }]])
})

it.each([undefined, {}, { ...SAVED, sid: '' }, { phoneNumber: '' }, '+447400123456'])(
  'optionalVerifiedPhoneSchema refuses %j',
  (phone) => {
    expect(schema.safeParse({ name: 'Alice', phone }).success).toBe(false)
  },
)
