import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { english, Field, labels, picker } from '../support/countryPicker.js'

describe('the picker with a search, until it is loaded,', () => {
  it('is the native one, and usable', async () => {
    vi.resetModules()
    const fresh = await import('../../src/phone/LazyCountrySearch.js')
    const onChange = vi.fn()
    render(
      <fresh.LazyCountrySearch
        id="country"
        value="GB"
        countries={english}
        placeholder="United Kingdom (+44)"
        preferredCount={0}
        labels={labels}
        locale="en"
        onChange={onChange}
      />,
    )
    const select = screen.getByRole('combobox')
    expect(select.tagName).toBe('SELECT')
    fireEvent.change(select, { target: { value: 'FR' } })
    expect(onChange).toHaveBeenCalledExactlyOnceWith('FR')
    await waitFor(() => expect(screen.getByRole('button')).toBeTruthy())
  })

  it('stays while somebody uses it', async () => {
    render(<Field />)
    const select = picker()
    act(() => select.focus())
    fireEvent.keyDown(select, { key: 'ArrowDown' })
    await act(() => import('../../src/phone/CountrySearch.js'))
    expect(picker()).toBe(select)
    expect(document.activeElement).toBe(select)
    act(() => screen.getByRole('textbox', { name: 'Phone number' }).focus())
    await waitFor(() => expect(picker().tagName).toBe('BUTTON'))
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Phone number' }))
  })

  it('hands over the focus that a dialog put on it, which nobody has used yet', async () => {
    render(<Field />)
    act(() => picker().focus())
    await waitFor(() => expect(picker().tagName).toBe('BUTTON'))
    expect(document.activeElement).toBe(picker())
  })

  it('waits for the list of countries', async () => {
    const { rerender } = render(<Field countries={null} />)
    await act(() => import('../../src/phone/CountrySearch.js'))
    expect(picker().tagName).toBe('SELECT')
    rerender(<Field />)
    await waitFor(() => expect(picker().tagName).toBe('BUTTON'))
  })
})
