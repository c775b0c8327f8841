import { expect, it, onTestFinished } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { askForCode, button, code, fillIn, input, paste, problem, requestsOf, show } from './app.js'

const verified = page.getByRole('heading', { name: /is verified/ })

it.each(['123 456', 'G-123456', '123-456', '\u202a123456\u202c'])(
  'takes %s from the clipboard',
  async (text) => {
    const { homeserver } = show()
    await askForCode()
    await paste(await input(code), text)
    await expect.element(code).toHaveValue('123456')
    await userEvent.click(button('Verify'))
    await expect.element(page.getByText(/isn’t right/)).toBeVisible()
    expect(requestsOf(homeserver).submitted).toEqual(['123456'])
  },
)

it.each([
  ['a plain event', () => new Event('input', { bubbles: true })],
  ['a suggestion', () => new InputEvent('input', { bubbles: true, inputType: 'insertReplacementText' })],
])('submits once what %s fills in', async (_name, event) => {
  const { homeserver } = show({ codeLength: 6 })
  await askForCode()
  const sms = homeserver.lastSms()?.code ?? ''
  const field = await input(code)
  fillIn(field, `${sms.slice(0, 3)} ${sms.slice(3)}`, event())
  await expect.element(verified).toBeVisible()
  expect(requestsOf(homeserver).submitted).toEqual([sms])
})

it('waits for the button when the code is typed', async () => {
  const { homeserver } = show({ codeLength: 6 })
  await askForCode()
  await userEvent.type(code, homeserver.lastSms()?.code ?? '')
  expect(requestsOf(homeserver).submitted).toEqual([])
  await userEvent.keyboard('{Enter}')
  await expect.element(verified).toBeVisible()
})

it('selects a refused code, which the next key replaces', async () => {
  const { homeserver } = show()
  await askForCode()
  const wrong = homeserver.lastSms()?.code === '000000' ? '111111' : '000000'
  await userEvent.type(code, `${wrong}{Enter}`)
  await expect.element(problem).toHaveTextContent(/isn’t right/)
  await expect.element(code).toHaveFocus()
  await userEvent.keyboard('9')
  await expect.element(code).toHaveValue('9')
  await expect.element(problem).not.toBeInTheDocument()
})

it.each([4, 5, 6, 7, 8])('puts each of %i characters into the middle of its box', async (codeLength) => {
  const { container } = show({ codeLength, autoSubmit: 'never' })
  await page.viewport(320, 640)
  await askForCode()
  const field = await input(code)
  await userEvent.type(code, '0'.repeat(codeLength))
  const boxes = [...container.querySelectorAll('.mpv-code-box')].map((box) => box.getBoundingClientRect())
  const style = getComputedStyle(field)
  const digit = widthOf('0', style)
  const pitch = digit + parseFloat(style.letterSpacing)
  const first = field.getBoundingClientRect().left + parseFloat(style.paddingLeft) + digit / 2
  expect(boxes).toHaveLength(codeLength)
  for (const [index, { left, width }] of boxes.entries()) {
    expect(Math.abs(first + index * pitch - (left + width / 2))).toBeLessThan(2)
  }
  expect(digit).toBeLessThan(boxes[0]?.width ?? 0)
  expect(field.scrollLeft).toBe(0)
})

it('shows each character that is typed where there are more than boxes', async () => {
  const { container } = show({ codeLength: 6 })
  await page.viewport(320, 640)
  await askForCode()
  const field = await input(code)
  await userEvent.type(code, '605 9921234')
  await expect.element(code).toHaveValue('6059921234')
  expect(container.querySelector('.mpv-code-line')?.hasAttribute('data-plain')).toBe(true)
  expect([field.scrollLeft, field.scrollWidth <= field.clientWidth]).toEqual([0, true])
})

it('is a plain field where boxes would be smaller than the text', async () => {
  const { container } = show({ codeLength: 6 })
  await page.viewport(320, 640)
  document.documentElement.style.fontSize = '200%'
  await askForCode()
  expect(container.querySelector<HTMLElement>('.mpv-code-boxes')?.offsetWidth).toBe(0)
  const { borderTopWidth, fontSize } = getComputedStyle(await input(code))
  expect([borderTopWidth, fontSize]).toEqual(['1px', '44px'])
})

it.each(['normal', '0.12em', '0.5em', '2em'])(
  'is a plain field while a reader spaces letters by %s, and has its boxes again afterwards',
  async (spacing) => {
    const { container } = show({ codeLength: 6 })
    await askForCode()
    const boxes = container.querySelector('.mpv-code-boxes')
    const box = container.querySelector('.mpv-code-box')
    if (boxes === null || box === null) throw new Error('There are no boxes.')
    const look = () => [getComputedStyle(box).visibility, getComputedStyle(boxes).borderTopStyle === 'solid']
    await expect.poll(look).toEqual(['visible', false])
    const style = document.createElement('style')
    style.textContent = `* { letter-spacing: ${spacing} !important }`
    document.head.append(style)
    onTestFinished(() => style.remove())
    await expect.poll(look).toEqual(['hidden', true])
    await userEvent.type(code, '123456')
    await expect.element(code).toHaveValue('123456')
    style.remove()
    await expect.poll(look).toEqual(['visible', false])
  },
)

function widthOf(text: string, { fontSize, fontFamily }: CSSStyleDeclaration): number {
  const context = document.createElement('canvas').getContext('2d')
  if (context === null) throw new Error('This browser has no canvas.')
  context.font = `${fontSize} ${fontFamily}`
  return context.measureText(text).width
}
