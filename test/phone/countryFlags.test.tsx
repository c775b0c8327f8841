import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { english, openPicker, picker } from '../support/countryPicker.js'

describe('flags', () => {
  const flagsOf = (element: Element) => Array.from(element.querySelectorAll('[aria-hidden] > svg'))

  it('are not there unless they are wanted', async () => {
    await openPicker()
    expect(document.querySelector('svg')).toBeNull()
  })

  it('stand before every country, for the eye only', async () => {
    await openPicker({ flags: true })
    const list = screen.getByRole('listbox')
    await waitFor(() => expect(flagsOf(list)).toHaveLength(english.length), { timeout: 10_000 })
    expect(flagsOf(picker())).toHaveLength(1)
    expect(screen.getByRole('option', { name: 'France +33' })).toBeDefined()
    const addresses = document.querySelectorAll('[href], [src], image, title, style, [style]')
    expect(Array.from(addresses)).toEqual([])
  })
})
