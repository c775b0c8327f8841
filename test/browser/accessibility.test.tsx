import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { askForCode, button, code, country, fillIn, input, number, NUMBER, problem, show } from './app.js'

it('leaves the focus on the country while a person goes through them with the keyboard', async () => {
  show({ countries: ['DE', 'FR', 'GB'] })
  await input(number)
  await expect.poll(() => document.querySelectorAll('option').length).toBe(3)
  await userEvent.tab()
  await userEvent.keyboard('{ArrowUp}')
  await expect.element(country).toHaveValue('DE')
  await expect.element(country).toHaveFocus()
  await expect.element(number).toHaveValue('')
})

it('keeps the country of a number that the browser fills in as it is dialled at home', async () => {
  show()
  const field = await input(number)
  field.focus()
  fillIn(field, '07400123456')
  await expect.element(number).toHaveValue('07400 123456')
  await expect.element(country).toHaveValue('GB')
  await expect.element(number).toHaveFocus()
})

it('forbids no paste', async () => {
  show()
  await askForCode()
  const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true })
  expect((await input(code)).dispatchEvent(event)).toBe(true)
})

it('asks the keyboard for digits and a key that says it is done, and is never of type number', async () => {
  show({ codeLength: 6 })
  await askForCode()
  const { type, inputMode, enterKeyHint, readOnly, maxLength } = await input(code)
  expect([type, inputMode, enterKeyHint, readOnly, maxLength]).toEqual(['text', 'numeric', 'done', false, -1])
})

it('writes numbers from left to right in a page from right to left, which it mirrors', async () => {
  const { container } = show({ codeLength: 6 })
  container.dir = 'rtl'
  const directionOf = (element: Element) => getComputedStyle(element).direction
  expect(directionOf(await input(number))).toBe('ltr')
  await askForCode()
  const root = container.querySelector('.mpv-root')?.getBoundingClientRect()
  const label = container.querySelector('.mpv-label')
  if (root === undefined || label === null) throw new Error('The form has a label.')
  expect(directionOf(label)).toBe('rtl')
  expect(container.querySelector('.mpv-code-line')?.getBoundingClientRect().right).toBe(root.right)
  expect(button('Resend code').element().getBoundingClientRect().right).toBe(root.right)
  expect(directionOf(await input(code))).toBe('ltr')
  const numbers = page.getByText('+44 7400 123456', { exact: true }).elements()
  expect(numbers.map(directionOf)).toEqual(['ltr', 'ltr'])
})

it.each(['ltr', 'rtl'])('draws the arrow of the country at the end of the line, %s', async (direction) => {
  const { container } = show()
  container.dir = direction
  const select = await input(country)
  const { backgroundPositionX } = getComputedStyle(select)
  expect(backgroundPositionX.includes('calc(100%') || backgroundPositionX.includes('right')).toBe(
    direction === 'ltr',
  )
})

it('brings what is wrong into sight above a keyboard on the screen', async () => {
  await page.viewport(375, 330)
  const { container } = show()
  container.style.paddingBlock = '900px'
  await userEvent.type(number, '0740{Enter}')
  await expect.element(problem).toBeVisible()
  for (const element of [await input(number), problem.element()]) {
    const { top, bottom } = element.getBoundingClientRect()
    expect(top).toBeGreaterThanOrEqual(0)
    expect(bottom).toBeLessThanOrEqual(330)
  }
})

it('says what is wrong with an icon and words, not by colour alone', async () => {
  show()
  await userEvent.type(number, '0740{Enter}')
  await expect.element(problem).toBeVisible()
  const mark = problem.element().querySelector('svg')
  expect(mark?.getAttribute('aria-hidden')).toBe('true')
  expect(mark?.getBoundingClientRect().width).toBeGreaterThanOrEqual(14)
  const width = (name: string) => getComputedStyle(page.getByLabelText(name).element()).boxShadow
  expect(width('Phone number')).not.toBe(width('Country'))
})

it('takes the focus of nobody when it appears, at any step', async () => {
  const other = document.createElement('input')
  document.body.append(other)
  other.focus()
  show()
  await input(number)
  expect(document.activeElement).toBe(other)
  await askForCode()
  other.focus()
  show()
  await expect.poll(() => code.elements().length).toBe(2)
  expect(document.activeElement).toBe(other)
})

it('leads by keyboard alone from the code to another code, and back to the number', async () => {
  const { homeserver } = show()
  await askForCode()
  await userEvent.tab()
  await expect.element(button('Verify')).toHaveFocus()
  await userEvent.tab()
  await expect.element(button('Resend code')).toHaveFocus()
  await userEvent.keyboard(' ')
  await expect.poll(() => document.body.textContent).toMatch(/resend the code in \d+ seconds\./)
  await userEvent.tab()
  await expect.element(button('Change number')).toHaveFocus()
  await userEvent.keyboard(' ')
  await expect.element(number).toHaveValue(NUMBER)
  expect(homeserver.messages).toHaveLength(1)
})
