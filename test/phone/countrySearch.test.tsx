import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { listCountries } from '../../src/phone/countries.js'
import {
  active,
  english,
  isOpen,
  names,
  openPicker,
  picker,
  renderPicker,
  search,
} from '../support/countryPicker.js'

describe('the picker with a search, closed,', () => {
  it('is a button that is named by its label and the country, and opens a dialog', async () => {
    await renderPicker()
    expect(screen.getByRole('button', { name: 'Country United Kingdom' })).toBe(picker())
    expect(picker().getAttribute('aria-haspopup')).toBe('dialog')
    expect(picker().getAttribute('class')).toBe('mpv-select')
    expect(isOpen()).toBe(false)
  })

  it.each(['{Enter}', ' ', '{ArrowDown}', '{ArrowUp}', '{Alt>}{ArrowDown}{/Alt}'])(
    'opens on %s',
    async (keys) => {
      const { user } = await renderPicker()
      picker().focus()
      await user.keyboard(keys)
      expect(document.activeElement).toBe(search())
      expect(search()).toHaveProperty('value', '')
    },
  )

  it('opens on a letter, which is the first of the query', async () => {
    const { user } = await renderPicker()
    picker().focus()
    await user.keyboard('fra')
    expect(search()).toHaveProperty('value', 'fra')
    expect(names()[0]).toBe('France +33')
  })

  it.each(['{Tab}', '{Escape}', '{F1}', '{Control>}c{/Control}', '{Meta>}r{/Meta}', '{Home}'])(
    'stays closed on %s',
    async (keys) => {
      const { user } = await renderPicker()
      picker().focus()
      await user.keyboard(keys)
      expect(isOpen()).toBe(false)
    },
  )

  it('does not open while it is disabled', async () => {
    await openPicker({ disabled: true })
    expect(isOpen()).toBe(false)
  })
})

describe('the picker with a search, open,', () => {
  it('is a combobox with a list, in a dialog', async () => {
    await openPicker()
    const dialog = screen.getByRole('dialog', { name: 'Countries' })
    expect(dialog.contains(search())).toBe(true)
    expect(search().getAttribute('aria-expanded')).toBe('true')
    expect(search().getAttribute('aria-autocomplete')).toBe('list')
    expect(search().getAttribute('aria-controls')).toBe(screen.getByRole('listbox', { name: 'Countries' }).id)
    expect(names()).toHaveLength(english.length)
  })

  it('begins at the country that is chosen', async () => {
    await openPicker()
    expect(active()).toBe('United Kingdom +44')
    const current = screen.getByRole('option', { current: true })
    expect(current.textContent).toBe('United Kingdom +44')
  })

  it('has ids that begin with its own, and each once', async () => {
    await openPicker()
    const ids = Array.from(document.querySelectorAll('[id]'), ({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !id.startsWith('country'))).toEqual([])
  })

  const moves: [keys: string, country: string][] = [
    ['{ArrowDown}', 'United States +1'],
    ['{ArrowUp}', 'United Arab Emirates +971'],
    ['{Home}', 'Afghanistan +93'],
    ['{End}', 'Zimbabwe +263'],
    ['{End}{ArrowDown}', 'Afghanistan +93'],
    ['{Home}{ArrowUp}', 'Zimbabwe +263'],
    ['{Home}{PageDown}', 'Germany +49'],
    ['fr{ArrowDown}', 'French Guiana +594'],
    ['fr{ArrowDown}{Backspace}', 'Falkland Islands +500'],
  ]
  it.each(moves)('goes with %s to %s, and the focus stays in the search', async (keys, country) => {
    const { user } = await openPicker()
    await user.keyboard(keys)
    expect(active()).toBe(country)
    expect(screen.getByRole('option', { selected: true }).textContent).toBe(country)
    expect(document.activeElement).toBe(search())
  })

  it('chooses with Enter, and the focus goes back', async () => {
    const onChange = vi.fn()
    const { user } = await openPicker({ onChange })
    await user.keyboard('fran{Enter}')
    expect(onChange).toHaveBeenCalledExactlyOnceWith('FR')
    expect(isOpen()).toBe(false)
    expect(document.activeElement).toBe(picker())
    expect(picker().textContent).toBe('France')
  })

  it('chooses with a click, and the focus goes back', async () => {
    const onChange = vi.fn()
    const { user } = await openPicker({ onChange })
    await user.click(screen.getByRole('option', { name: 'Japan +81' }))
    expect(onChange).toHaveBeenCalledExactlyOnceWith('JP')
    expect(document.activeElement).toBe(picker())
  })

  it('closes when the same country is chosen again, which changes nothing', async () => {
    const onChange = vi.fn()
    const { user } = await openPicker({ onChange })
    await user.keyboard('{Enter}')
    expect(isOpen()).toBe(false)
    expect(onChange).not.toHaveBeenCalled()
  })

  it.each(['{Escape}', 'fr{ArrowDown}{Escape}', '{Tab}{Escape}', '{Tab}{Enter}'])(
    'closes with %s, keeps the country, and the focus goes back',
    async (keys) => {
      const onChange = vi.fn()
      const { user } = await openPicker({ onChange })
      await user.keyboard(keys)
      expect(isOpen()).toBe(false)
      expect(document.activeElement).toBe(picker())
      expect(onChange).not.toHaveBeenCalled()
    },
  )

  it('closes with a press beside it', async () => {
    const { user } = await openPicker()
    await user.pointer({ keys: '[MouseLeft]', target: screen.getByRole('dialog') })
    expect(isOpen()).toBe(false)
    expect(document.activeElement).toBe(picker())
  })

  it('stays open for a press into the search, and keeps the active country', async () => {
    const { user } = await openPicker()
    await user.click(search())
    await user.unhover(screen.getByRole('listbox'))
    expect(active()).toBe('United Kingdom +44')
  })

  it('begins with an empty search each time', async () => {
    const { user } = await openPicker()
    await user.keyboard('fran{Escape}{Enter}')
    expect(search()).toHaveProperty('value', '')
    expect(names()).toHaveLength(english.length)
  })

  it('says how many are found when the query stands still, and at once that none is', async () => {
    const { user } = await openPicker()
    expect(screen.getByRole('status').textContent).toBe('')
    await user.keyboard('united')
    expect(screen.getByRole('status').textContent).toBe('')
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Countries found: 3'), {
      timeout: 5000,
    })
    await user.keyboard(' ')
    expect(screen.getByRole('status').textContent).toBe('')
    await user.keyboard('atlantis')
    expect(screen.getByRole('status').textContent).toBe('No country found.')
    expect(active()).toBeNull()
    await user.keyboard('{Enter}')
    expect(isOpen()).toBe(true)
  })

  it('draws the line under the preferred countries, but not in what is found', async () => {
    const countries = listCountries({ locale: 'en', only: ['AF', 'FR', 'GB', 'IE'], preferred: ['GB', 'IE'] })
    const { user } = await openPicker({ countries, preferredCount: 2 })
    const lined = () => Array.from(document.querySelectorAll('[data-first]'), (option) => option.textContent)
    expect(names().slice(0, 2)).toEqual(['United Kingdom +44', 'Ireland +353'])
    expect(lined()).toEqual(['Afghanistan +93'])
    await user.keyboard('a')
    expect(lined()).toEqual([])
  })
})
