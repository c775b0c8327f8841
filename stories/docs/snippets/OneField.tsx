'use client'
import type { ComponentProps, ReactNode } from 'react'

interface OneFieldProps extends ComponentProps<'input'> {
  label: string
  problem: string | null
  button: string
  isPending: boolean
  onText: (text: string) => void
  children?: ReactNode
}

/** A form with one field. The field keeps what is typed into it, and nothing is submitted while it is empty. */
export function OneField({ label, problem, button, isPending, onText, children, ...input }: OneFieldProps) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const text = new FormData(event.currentTarget).get('text')
        if (!isPending && typeof text === 'string') onText(text)
      }}
    >
      <label>
        {label} <input {...input} name="text" required />
      </label>
      {problem !== null && <p role="alert">{problem}</p>}
      {children}
      <button aria-disabled={isPending}>{button}</button>
    </form>
  )
}
