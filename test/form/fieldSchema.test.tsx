import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { screen } from '@testing-library/react'
import { beforeEach, describe, expect, expectTypeOf, it } from 'vitest'
import * as z from 'zod'
import * as mini from 'zod/mini'
import type { KnownPhone } from '../../src/form/KnownPhone.js'
import { optionalVerifiedPhoneSchema, verifiedPhoneSchema } from '../../src/form/verifiedPhoneSchema.js'
import type { VerifiedPhone } from '../../src/matrix/uiaAuth.js'
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

  it.each([
    null,
    undefined,
    {},
    '+447400123456',
    { phoneNumber: SAVED.phoneNumber },
    { ...SAVED, sid: '' },
    { ...SAVED, sid: 'not opaque' },
    { ...SAVED, clientSecret: 'a'.repeat(256) },
    { ...SAVED, phoneNumber: 'abc' },
    { ...SAVED, phoneNumber: '0639980001' },
    { ...SAVED, country: 'zz' },
    { ...SAVED, idServer: 1 },
    { phoneNumber: 'abc', country: 'zz', sid: '1', clientSecret: '1' },
  ])('refuses %j with one message', (phone) => {
    const { error } = schema.safeParse({ name: '', phone })
    expect(error?.issues).toMatchObject([{ path: ['phone'], message: en.verifyFirst }])
  })
})

it('returns a proof without what does not belong to it', () => {
  expect(verifiedPhoneSchema.parse({ ...SAVED, more: 1 })).toEqual(SAVED)
  const throughAnother = { ...SAVED, idServer: 'vector.im' }
  expect(verifiedPhoneSchema.parse(throughAnother)).toEqual(throughAnother)
})

describe('optionalVerifiedPhoneSchema', () => {
  it.each<[unknown, unknown]>([
    [null, null],
    [{ phoneNumber: '+33639980001' }, null],
    [{ phoneNumber: '+33639980001', country: 'FR', sid: undefined }, null],
    [SAVED, SAVED],
    [{ ...SAVED, more: 1 }, SAVED],
  ])('makes of %j what was verified: %j', (phone, expected) => {
    expect(optionalVerifiedPhoneSchema.parse(phone)).toEqual(expected)
  })

  it.each([
    undefined,
    {},
    { phoneNumber: 'abc' },
    { phoneNumber: '+33639980001', country: 'fr' },
    { phoneNumber: '+33639980001', sid: 'a-proof-without-a-secret' },
    { ...SAVED, country: 'zz' },
  ])('refuses %j with one message', (phone) => {
    const { error } = z.object({ phone: optionalVerifiedPhoneSchema }).safeParse({ phone })
    expect(error?.issues).toMatchObject([{ path: ['phone'], message: en.verifyFirst }])
  })

  it('takes and returns what the types say', () => {
    expectTypeOf<z.input<typeof verifiedPhoneSchema>>().toEqualTypeOf<VerifiedPhone | null>()
    expectTypeOf<z.output<typeof verifiedPhoneSchema>>().toEqualTypeOf<VerifiedPhone>()
    expectTypeOf<z.input<typeof optionalVerifiedPhoneSchema>>().toEqualTypeOf<
      VerifiedPhone | KnownPhone | null
    >()
    expectTypeOf<z.output<typeof optionalVerifiedPhoneSchema>>().toEqualTypeOf<VerifiedPhone | null>()
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
