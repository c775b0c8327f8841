import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { screen } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import * as mini from 'zod/mini'
import { verifiedPhoneSchema } from '../../src/form/verifiedPhoneSchema.js'
import { en } from '../../src/messages/en.js'
import { de } from '../../src/messages/locales/de.js'
import { renderScreen, SAVED, verify } from './fieldScreen.js'
import { describedBy, setUp } from './person.js'

beforeEach(setUp)

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
    expect(error?.issues).toMatchObject([{ path: ['phone'], message: en.verifyFirst }])
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
