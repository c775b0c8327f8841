'use client'
import type { ComponentProps } from 'react'
import { useVerificationContext } from './VerificationContext.js'

/** Props of {@link StepForm}. */
export interface StepFormProps extends Omit<ComponentProps<'form'>, 'onSubmit'> {
  /** The step's own action: Enter and its primary button. */
  onSubmit: () => void
}

/** One step as a form of its own, whose submit stays in it: React lets it bubble to forms around a portal. */
export function StepForm({ onSubmit, ...props }: StepFormProps) {
  const { slot } = useVerificationContext()
  return (
    <form
      {...props}
      className={slot('step')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        event.stopPropagation()
        onSubmit()
      }}
    />
  )
}
