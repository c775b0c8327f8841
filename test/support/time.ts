import { act } from '@testing-library/react'
import { vi } from 'vitest'

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE

/** Moves the clock. */
export async function advance(milliseconds: number): Promise<void> {
  await act(() => vi.advanceTimersByTimeAsync(milliseconds))
}

/** Lets everything happen that waits for nothing but its turn. */
export async function settled(): Promise<void> {
  await advance(0)
}
