'use client'
import type { ReactNode } from 'react'

/** The lengths that the stylesheet has boxes for. A longer code would not fit into them on a small phone. */
const [SHORTEST, LONGEST] = [4, 8]

/** Draws a box behind each character of the one input, where it is known how many there are. */
export function CodeBoxes({ length, children }: { length: number | undefined; children: ReactNode }) {
  if (length === undefined || length < SHORTEST || length > LONGEST) return children
  return (
    <div className="mpv-code" data-length={length}>
      <div className="mpv-code-line" dir="ltr">
        <div className="mpv-code-boxes" aria-hidden="true">
          {Array.from({ length }, (_, index) => (
            <span key={index} className="mpv-code-box" />
          ))}
        </div>
        {children}
      </div>
    </div>
  )
}
