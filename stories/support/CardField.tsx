/** A labelled input of the screens' own forms. */
export function CardField({
  label,
  name,
  type = 'text',
  autoComplete,
}: {
  label: string
  name: string
  type?: 'text' | 'password'
  autoComplete: string
}) {
  return (
    <div>
      <label htmlFor={name}>{label}</label>
      <input className="card-input" id={name} name={name} type={type} autoComplete={autoComplete} required />
    </div>
  )
}
