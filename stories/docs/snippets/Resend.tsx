'use client'
import { useCountdown } from 'matrix-phone-verification'

/** The button for another SMS. It is a component of its own, because it renders once a second. */
export function Resend({ resendAt, onResend }: { resendAt: number; onResend: () => void }) {
  const { seconds, isOver } = useCountdown(resendAt)
  return (
    <button
      type="button"
      aria-disabled={!isOver}
      onClick={() => {
        if (isOver) onResend()
      }}
    >
      {isOver ? 'Send another text' : `Send another text in ${seconds} s`}
    </button>
  )
}
