import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { cloneElement, useId, useState, type ReactElement } from 'react'
import { useForm } from 'react-hook-form'
import * as z from 'zod'
import { optionalVerifiedPhoneSchema, PhoneVerificationField, type KnownPhone } from '../../src/index.js'
import { useLanguage } from './language.js'
import { homeserver, now } from './simulated.js'
import { SimulatedPhone } from './SimulatedPhone.js'

const schema = z.object({
  name: z.string().min(1, 'Enter a name.'),
  phone: optionalVerifiedPhoneSchema,
})

/** Props of {@link ProfileScreen}. */
export interface ProfileScreenProps {
  /** The number of the account. */
  phone: KnownPhone | null
  onSave?: ((values: z.output<typeof schema>) => void) | undefined
}

/** A profile of somebody else's app: its number may stay as it is, and the rest can be saved. */
export function ProfileScreen({ phone, onSave }: ProfileScreenProps) {
  const language = useLanguage()
  const [isSaved, setIsSaved] = useState(false)
  const { control, formState, handleSubmit, register } = useForm({
    resolver: standardSchemaResolver(schema),
    defaultValues: { name: 'Alice', phone },
  })
  const save = handleSubmit((values) => {
    onSave?.(values)
    setIsSaved(true)
  })
  return (
    <div className="screen">
      <main className="card">
        <h1>Your profile</h1>
        <form className="card-form" noValidate onSubmit={(event) => void save(event)}>
          <FormControl label="Name">
            <input className="card-input" autoComplete="name" {...register('name')} />
          </FormControl>
          <FormControl
            label="Your phone"
            description="Your contacts find you by it."
            isInvalid={formState.errors.phone !== undefined}
          >
            <PhoneVerificationField
              name="phone"
              control={control}
              homeserver={homeserver.baseUrl}
              purpose="addToAccount"
              defaultCountry="GB"
              now={now}
              {...language}
            />
          </FormControl>
          <button className="card-button" type="submit">
            Save
          </button>
          {isSaved && <p role="status">Saved.</p>}
        </form>
      </main>
      <SimulatedPhone homeserver={homeserver} />
    </div>
  )
}

interface FormControlProps {
  label: string
  description?: string
  isInvalid?: boolean
  children: ReactElement<{ id?: string; 'aria-describedby'?: string; 'aria-invalid'?: boolean }>
}

/** The wrapper of the app, which gives the same to each field as shadcn/ui's `FormControl` does. */
function FormControl({ label, description, isInvalid = false, children }: FormControlProps) {
  const id = `${useId()}-form-item`
  const describedBy = description === undefined ? {} : { 'aria-describedby': `${id}-description` }
  return (
    <div className="card-control">
      <label htmlFor={id}>{label}</label>
      {cloneElement(children, { id, 'aria-invalid': isInvalid, ...describedBy })}
      {description !== undefined && <p id={`${id}-description`}>{description}</p>}
    </div>
  )
}
