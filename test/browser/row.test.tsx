import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { country, input, number, NUMBER, show } from './app.js'
import { shown } from './shown.js'

const box = (element: Element) => element.getBoundingClientRect()
const row = () => box(document.querySelector('.mpv-row') ?? document.body)

describe.each(['native', 'search'] as const)('the row, with the picker %s,', (countrySelect) => {
  const tag = countrySelect === 'native' ? 'SELECT' : 'BUTTON'

  beforeEach(async () => {
    show({ layout: 'row', countrySelect, flags: true })
    await input(number)
    await expect.poll(() => country.element().tagName, { timeout: 10_000 }).toBe(tag)
    // The native picker fills its list in idle time.
    await expect.poll(() => document.querySelectorAll('option').length !== 1).toBe(true)
    await expect
      .poll(() => document.querySelector('.mpv-country-face svg'), { timeout: 10_000 })
      .not.toBeNull()
  })

  it('has the names and roles of the stacked form, and shows the calling code', async () => {
    const named =
      countrySelect === 'native'
        ? page.getByRole('combobox', { name: 'Country', exact: true })
        : page.getByRole('button', { name: 'Country United Kingdom (+44)', exact: true })
    await expect.element(named).toBeInTheDocument()
    await expect.element(page.getByRole('textbox', { name: 'Phone number' })).toBeVisible()
    expect(document.querySelector('.mpv-country-face')?.textContent).toBe('+44')
  })

  it.each([
    [288, 'ltr'],
    [288, 'rtl'],
    [900, 'ltr'],
    [900, 'rtl'],
  ])('is one control of the usual height at %i pixels, %s', async (width, direction) => {
    await page.viewport(width + 32, 700)
    document.documentElement.dir = direction
    document.body.style.margin = '16px'
    const send = box(document.querySelector('.mpv-primary-button') ?? document.body)
    expect(row().height).toBe(send.height)
    expect(row().width).toBe(Math.min(width, 416))
    const [picked, typed] = [box(country.element()), box(number.element())]
    expect(picked.height).toBeGreaterThanOrEqual(44)
    expect(picked.width).toBeGreaterThanOrEqual(44)
    if (direction === 'ltr') expect(typed.left).toBeGreaterThanOrEqual(picked.right - 1)
    else expect(typed.right).toBeLessThanOrEqual(picked.left + 1)
    // Room for a long number.
    expect(typed.width).toBeGreaterThanOrEqual(140)
    expect(getComputedStyle(number.element()).textAlign).toBe(direction === 'ltr' ? 'start' : 'end')
    document.documentElement.dir = ''
    document.body.style.margin = ''
  })

  it('loses nothing with text twice as large on a small screen', async () => {
    await page.viewport(320, 640)
    document.documentElement.style.fontSize = '200%'
    expect(document.documentElement.scrollWidth).toBe(320)
    for (const part of shown('.mpv-row, .mpv-row *')) expect(box(part).right).toBeLessThanOrEqual(320)
    expect(box(number.element()).width).toBeGreaterThanOrEqual(200)
  })

  it('shows where the keyboard is', async () => {
    country.element().focus({ focusVisible: true })
    const outline = (selector: string) => getComputedStyle(document.querySelector(selector) ?? document.body)
    expect(outline('.mpv-row').outlineStyle).toBe('solid')
    expect(outline('.mpv-country-face').outlineStyle).toBe('solid')
    number.element().focus()
    expect(outline('.mpv-row').outlineStyle).toBe('solid')
    expect(outline('.mpv-country-face').outlineStyle).toBe('none')
  })

  it('takes another country and sends the number', async () => {
    if (countrySelect === 'native') await userEvent.selectOptions(country, 'FR')
    else {
      await userEvent.click(country)
      const panel = document.querySelector('dialog') ?? document.body
      expect(box(panel).width).toBe(row().width)
      expect(box(panel).left).toBe(row().left)
      await userEvent.keyboard('fra{Enter}')
    }
    await expect.poll(() => document.querySelector('.mpv-country-face')?.textContent).toBe('+33')
    if (countrySelect === 'native') await userEvent.selectOptions(country, 'GB')
    else {
      await userEvent.click(country)
      await userEvent.keyboard('united k{Enter}')
    }
    await userEvent.type(number, `${NUMBER}{Enter}`)
    await expect.element(page.getByLabelText('Verification code')).toHaveFocus()
  })
})
