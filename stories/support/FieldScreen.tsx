import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { useState, type ReactNode } from 'react'
import { useForm } from 'react-hook-form'
import * as z from 'zod'
import {
  PhoneVerificationField,
  verifiedPhoneSchema,
  type PhoneVerificationFormProps,
  type VerifiedPhone,
} from '../../src/index.js'
import { useLanguage } from './language.js'
import { homeserver, now } from './simulated.js'
import { SimulatedPhone } from './SimulatedPhone.js'

/** The app's own schema, with the number as one of its fields. */
const schema = z.object({
  username: z.string().min(1, 'Choose a username.'),
  password: z.string().min(8, 'Take at least 8 characters.'),
  phone: verifiedPhoneSchema,
})

/** Props of {@link FieldScreen}. */
export interface FieldScreenProps extends Partial<Omit<PhoneVerificationFormProps, 'children'>> {
  /** A number that was verified before. */
  saved?: VerifiedPhone | undefined
  onRegister?: ((values: z.output<typeof schema>) => void) | undefined
}

/** A registration form of somebody else, made with react-hook-form and zod, with the number as a field of it. */
export function FieldScreen({ saved, onRegister, ...field }: FieldScreenProps) {
  const language = useLanguage()
  const [isDone, setIsDone] = useState(false)
  const { control, formState, handleSubmit, register, reset } = useForm({
    resolver: standardSchemaResolver(schema),
    defaultValues: { username: '', password: '', phone: saved ?? null },
  })
  const { errors } = formState
  const submit = handleSubmit((values) => {
    onRegister?.(values)
    setIsDone(true)
  })
  return (
    <div className="screen">
      <main className="card">
        <h1>Create your account</h1>
        {isDone ? (
          <p className="card-done" role="status">
            Welcome. Your account is ready.
          </p>
        ) : (
          <form className="card-form" noValidate onSubmit={(event) => void submit(event)}>
            <Text id="username" label="Username" error={errors.username?.message}>
              {(props) => <input {...props} {...register('username')} autoComplete="username" />}
            </Text>
            <Text id="password" label="Password" error={errors.password?.message}>
              {(props) => (
                <input {...props} {...register('password')} type="password" autoComplete="new-password" />
              )}
            </Text>
            <PhoneVerificationField
              name="phone"
              control={control}
              homeserver={homeserver.baseUrl}
              purpose="register"
              defaultCountry="GB"
              label="Your phone"
              now={now}
              {...language}
              {...field}
            />
            <button className="card-button" type="submit">
              Create account
            </button>
            <button className="phone-link" type="button" onClick={() => reset()}>
              Clear the form
            </button>
          </form>
        )}
      </main>
      <SimulatedPhone homeserver={homeserver} />
    </div>
  )
}

interface TextProps {
  id: string
  label: string
  error: string | undefined
  children: (props: { id: string; className: string; 'aria-describedby'?: string }) => ReactNode
}

function Text({ id, label, error, children }: TextProps) {
  const describedBy = error === undefined ? {} : { 'aria-describedby': `${id}-error` }
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      {children({ id, className: 'card-input', ...describedBy })}
      {error !== undefined && (
        <p id={`${id}-error`} className="card-problem" role="alert">
          {error}
        </p>
      )}
    </div>
  )
}
