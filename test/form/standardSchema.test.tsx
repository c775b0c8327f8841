import { valibotResolver } from '@hookform/resolvers/valibot'
import { FieldApi, FormApi } from '@tanstack/react-form'
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { verifiedPhoneSchema } from '../../src/form/verifiedPhoneSchema.js'
import { VERIFY_FIRST } from '../../src/messages/verifyFirst.js'
import type { VerifiedPhone } from '../../src/matrix/uiaAuth.js'

const phone: VerifiedPhone = {
  phoneNumber: '+447400123456',
  country: 'GB',
  sid: 'sid',
  clientSecret: 'secret',
}

it('is a validator of TanStack Form as it is', async () => {
  const form = new FormApi({ defaultValues: { phone: null as VerifiedPhone | null } })
  form.mount()
  const field = new FieldApi({ form, name: 'phone', validators: { onSubmit: verifiedPhoneSchema } })
  field.mount()
  await form.handleSubmit()
  expect(field.state.meta.errors.map((error) => error?.message)).toEqual([VERIFY_FIRST])
  field.handleChange(phone)
  await form.handleSubmit()
  expect(field.state.meta.errors).toEqual([])
  expect(form.state.isSubmitted).toBe(true)
})

/** How a schema of valibot asks a Standard Schema of somebody else. */
const valibotSchema = v.object({
  phone: v.pipe(
    v.unknown(),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const result = verifiedPhoneSchema['~standard'].validate(dataset.value)
      if (result instanceof Promise || result.issues === undefined) return phone
      addIssue({ message: result.issues[0]?.message ?? '' })
      return NEVER
    }),
  ),
})

it('is part of a schema of valibot, behind its resolver', async () => {
  const resolver = valibotResolver(valibotSchema)
  const options = { fields: {}, shouldUseNativeValidation: false }
  const refused = await resolver({ phone: null }, undefined, options)
  expect(refused.errors).toMatchObject({ phone: { message: VERIFY_FIRST } })
  const taken = await resolver({ phone }, undefined, options)
  expect(taken).toMatchObject({ errors: {}, values: { phone } })
})
