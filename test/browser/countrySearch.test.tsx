import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { Fragment, StrictMode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import { listCountries } from '../../src/phone/countries.js'
import '../../src/styles.css'
import {
  active,
  Field,
  isOpen,
  names,
  openPicker,
  picker,
  renderPicker,
  search,
} from '../support/countryPicker.js'
import { prefer } from './prefer.js'

const all = listCountries({ locale: 'en' })
const panel = () => screen.getByRole('dialog')
const box = (element: Element) => element.getBoundingClientRect()
const option = (name: string) => screen.getByRole('option', { name })

beforeEach(() => page.viewport(900, 700))

afterEach(async () => {
  await prefer({})
  document.documentElement.removeAttribute('dir')
})

describe('the picker with a search', () => {
  it('takes the place of the native one to the pixel', async () => {
    const { rerender } = render(<Field countries={null} />)
    const before = [picker(), screen.getByLabelText('Phone number')].map(box)
    expect(picker().tagName).toBe('SELECT')
    rerender(<Field />)
    await waitFor(() => expect(picker().tagName).toBe('BUTTON'), { timeout: 10_000 })
    expect([picker(), screen.getByLabelText('Phone number')].map(box)).toEqual(before)
  })

  it('opens with typing, of which nothing is lost, and chooses with Enter', async () => {
    const onChange = vi.fn()
    await renderPicker({ countries: all, onChange })
    await userEvent.tab()
    expect(document.activeElement).toBe(picker())
    await userEvent.keyboard('france')
    expect(search()).toHaveProperty('value', 'france')
    expect(active()).toBe('France +33')
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(isOpen()).toBe(false))
    expect(onChange).toHaveBeenCalledExactlyOnceWith('FR')
    expect(document.activeElement).toBe(picker())
  })

  it('keeps the focus inside while it is open, and gives it back', async () => {
    await openPicker()
    await userEvent.tab()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Close' }))
    await userEvent.tab()
    expect(panel().contains(document.activeElement) || document.activeElement === document.body).toBe(true)
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(isOpen()).toBe(false))
    await waitFor(() => expect(document.activeElement).toBe(picker()))
  })

  it('closes when the system asks for it, as the back gesture does', async () => {
    await openPicker()
    ;(panel() as HTMLDialogElement).close()
    await waitFor(() => expect(isOpen()).toBe(false))
    expect(document.activeElement).toBe(picker())
  })

  it('closes with a press beside it, which presses nothing else', async () => {
    const onClick = vi.fn()
    await openPicker()
    document.body.addEventListener('click', onClick, { once: true })
    await userEvent.click(document.body, { position: { x: 880, y: 20 } })
    await waitFor(() => expect(isOpen()).toBe(false))
    expect(document.activeElement).toBe(picker())
    expect(onClick).not.toHaveBeenCalled()
  })

  it.each([
    ['in strict mode', StrictMode],
    ['where effects run once, as in production', Fragment],
  ])('shows the chosen country at once, %s', async (_, Mode) => {
    await openPicker({ countries: all }, Mode)
    const list = screen.getByRole('listbox')
    expect(list.scrollTop).toBeGreaterThan(1000)
    expect(isInside(option('United Kingdom +44'), list)).toBe(true)
  })

  it('shows the best match after a key, wherever it was scrolled', async () => {
    await openPicker({ countries: all })
    const list = screen.getByRole('listbox')
    await userEvent.keyboard('{Home}')
    list.scrollTop = 400
    await userEvent.keyboard('a')
    expect(list.scrollTop).toBe(0)
    expect(names().length).toBeGreaterThan(20)
    await userEvent.keyboard('{End}')
    const last = document.getElementById(search().getAttribute('aria-activedescendant') ?? '')
    expect(last !== null && isInside(last, list)).toBe(true)
  })
})

describe('the panel of the picker', () => {
  it('stands under the button, as wide as it, and above it where there is more room', async () => {
    const { unmount } = await openPicker()
    expect(box(panel()).left).toBe(box(picker()).left)
    expect(box(panel()).width).toBe(box(picker()).width)
    expect(box(panel()).top).toBeCloseTo(box(picker()).bottom + 4, 0)
    unmount()
    document.body.style.paddingBlockStart = '600px'
    await openPicker()
    expect(box(panel()).bottom).toBeCloseTo(box(picker()).top - 4, 0)
    expect(box(panel()).top).toBeGreaterThanOrEqual(0)
    document.body.style.paddingBlockStart = ''
  })

  it.each([
    [480, 800],
    [320, 568],
    [900, 375],
  ])('fills a small screen of %i by %i', async (width, height) => {
    await page.viewport(width, height)
    await openPicker({ countries: all })
    expect(box(panel()).toJSON()).toMatchObject({ x: 0, y: 0, width, height })
    expect(document.documentElement.scrollWidth).toBe(width)
    // Where a keyboard on the screen leaves it free
    expect(box(option('United Kingdom +44')).bottom).toBeLessThan(height / 2 + 1)
  })

  it('fills the screen of a tablet, where a finger points', async () => {
    await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: true })
    await waitFor(() => expect(matchMedia('(pointer: coarse)').matches).toBe(true))
    await openPicker()
    expect(box(panel()).toJSON()).toMatchObject({ x: 0, y: 0, width: 900, height: 700 })
    await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: false })
  })

  it('has targets of 44 pixels and letters that no phone zooms into', async () => {
    await page.viewport(320, 568)
    await openPicker()
    const targets = [picker(), search(), screen.getByRole('button', { name: 'Close' }), option('France +33')]
    for (const target of targets) {
      expect(box(target).height).toBeGreaterThanOrEqual(44)
      expect(box(target).width).toBeGreaterThanOrEqual(44)
    }
    expect(parseFloat(getComputedStyle(search()).fontSize)).toBeGreaterThanOrEqual(16)
  })

  it('is mirrored from right to left, but for the calling codes', async () => {
    document.documentElement.dir = 'rtl'
    await openPicker({ countries: listCountries({ locale: 'ar' }) })
    const row = option('فرنسا +33')
    const [name, code] = row.children
    if (name === undefined || code === undefined) throw new Error('A country has a name and a code')
    expect(box(code).right).toBeLessThanOrEqual(box(name).left)
    expect(box(code).left - box(row).left).toBeLessThan(16)
    expect(getComputedStyle(code).direction).toBe('ltr')
    expect(box(screen.getByRole('button', { name: 'Close' })).right).toBeLessThanOrEqual(box(search()).left)
  })

  it('shows the active country where colours are forced, and does not move', async () => {
    await prefer({ 'forced-colors': 'active' })
    await openPicker()
    const { outlineStyle, outlineWidth } = getComputedStyle(option('United Kingdom +44'))
    expect([outlineStyle, outlineWidth]).toEqual(['solid', '2px'])
    expect(document.getAnimations()).toEqual([])
  })
})

describe('under a strict content security policy', () => {
  it('the picker, its flags and its panel break no rule, and leave nothing on the page', async () => {
    const frame = document.createElement('iframe')
    frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'"><main></main>`
    document.body.append(frame)
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
    const inside = frame.contentDocument
    const container = inside?.querySelector('main')
    if (!inside || !container) throw new Error('The frame has no document')
    const onViolation = vi.fn()
    inside.addEventListener('securitypolicyviolation', onViolation)

    // The policy is one that a style attribute would break.
    container.innerHTML = '<p style="color: red">'
    await waitFor(() => expect(onViolation).toHaveBeenCalledOnce())
    container.innerHTML = ''

    const { unmount } = render(<Field flags />, { container })
    const find = (selector: string) => container.querySelector<HTMLElement>(selector)
    await waitFor(() => expect(find('button svg')).not.toBeNull(), { timeout: 10_000 })
    fireEvent.click(find('button') ?? container)
    const input = find('dialog input')
    fireEvent.input(input ?? container, { target: { value: 'fran' } })
    expect(find('dialog [role=option] svg')).not.toBeNull()
    fireEvent.keyDown(input ?? container, { key: 'Enter' })
    await waitFor(() => expect(find('dialog')).toBeNull())
    expect(find('button')?.textContent).toBe('France')

    expect(onViolation).toHaveBeenCalledOnce()
    expect(container.querySelector('[style]')).toBeNull()
    unmount()
    expect(inside.body.children).toHaveLength(1)
    expect(document.getElementById('a11y-status-message')).toBeNull()
    frame.remove()
  })
})

function isInside(element: Element, list: Element): boolean {
  return box(element).top >= box(list).top && box(element).bottom <= box(list).bottom
}
