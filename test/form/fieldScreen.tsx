import { render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { useForm, type Resolver, type UseFormProps, type UseFormReturn } from 'react-hook-form'
import { vi } from 'vitest'
import {
  PhoneVerificationField,
  type PhoneVerificationFieldProps,
} from '../../src/form/PhoneVerificationField.js'
import type { VerifiedPhone } from '../../src/matrix/uiaAuth.js'
import type { Scenario } from '../../src/testing/index.js'
import { connect } from './connect.js'
import { Person, settled, Surroundings } from './person.js'

/** What the form of the app holds. */
export interface Values {
  name: string
  phone: VerifiedPhone | null
}

/** A proof that the app has from elsewhere. */
export const SAVED: VerifiedPhone = {
  phoneNumber: '+33639980001',
  country: 'FR',
  sid: 'an-earlier-session',
  clientSecret: 'an-earlier-secret-of-32-characters',
}

type FieldProps = Partial<PhoneVerificationFieldProps<Values, 'phone'>>

interface ScreenOptions extends FieldProps {
  scenario?: Scenario | undefined
  /** Of the app's form. */
  form?: UseFormProps<Values> | undefined
  resolver?: Resolver<Values, unknown, Values> | undefined
  /** Where the field stands in the app's form. */
  around?: ((field: ReactNode, form: UseFormReturn<Values>) => ReactNode) | undefined
}

/** A registration screen of somebody else, whose form has a name and the field, and a person before it. */
export function renderScreen({ scenario, form, resolver, around, ...props }: ScreenOptions = {}) {
  const { homeserver, client } = connect(scenario)
  const onSubmit = vi.fn<(values: Values) => void>()
  const onSubmitEvent = vi.fn()
  const app: { form?: UseFormReturn<Values> } = {}

  function Screen(changed: FieldProps) {
    const methods = useForm<Values>({
      defaultValues: { name: '', phone: null },
      ...(resolver !== undefined && { resolver }),
      ...form,
    })
    // For the test, as an app's own handlers would use it.
    app.form = methods
    const field = (
      <PhoneVerificationField
        name="phone"
        control={methods.control}
        homeserver={client}
        purpose="register"
        defaultCountry="GB"
        locale="en"
        {...props}
        {...changed}
      />
    )
    const submit = methods.handleSubmit((values) => onSubmit(values))
    return (
      <form
        aria-label="Registration"
        onSubmit={(event) => {
          onSubmitEvent()
          void submit(event)
        }}
      >
        <input aria-label="Name" {...methods.register('name')} />
        {around === undefined ? field : around(field, methods)}
        <button type="submit">Create account</button>
      </form>
    )
  }
  const view = render(<Screen />, { wrapper: Surroundings })
  const person = new Person(homeserver)
  return {
    homeserver,
    person,
    onSubmit,
    onSubmitEvent,
    /** The form of the app as it is now. */
    get form(): UseFormReturn<Values> {
      if (app.form === undefined) throw new Error('The screen is not rendered.')
      return app.form
    },
    rerender: (changed: FieldProps) => view.rerender(<Screen {...changed} />),
    unmount: view.unmount,
    get group() {
      return screen.getByRole('group')
    },
  }
}

/** Verifies a number from the first key to the end. */
export async function verify(person: Person, number?: string): Promise<void> {
  await person.askForCode(number)
  await person.submitCode(person.readCode())
  await settled()
}
