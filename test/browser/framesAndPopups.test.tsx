import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { PhoneVerificationForm } from '../../src/index.js'
import { connect } from '../form/connect.js'
import { NUMBER } from './app.js'

/** Shows the form in an element of another document, or below a shadow root. */
function showIn(container: Element) {
  const { homeserver, client } = connect()
  const root = createRoot(container)
  root.render(
    <StrictMode>
      <QueryClientProvider client={new QueryClient()}>
        <PhoneVerificationForm homeserver={client} purpose="register" defaultCountry="GB" locale="en" />
      </QueryClientProvider>
    </StrictMode>,
  )
  return { homeserver, root }
}

async function frame(sandbox?: string): Promise<HTMLIFrameElement> {
  const element = document.createElement('iframe')
  if (sandbox !== undefined) element.setAttribute('sandbox', sandbox)
  element.srcdoc = '<!doctype html><main></main>'
  element.style.cssText = 'width: 600px; height: 600px'
  document.body.append(element)
  await new Promise((resolve) => element.addEventListener('load', resolve, { once: true }))
  return element
}

const find = <Found extends Element>(root: ParentNode | null | undefined, selector: string): Promise<Found> =>
  expect
    .poll(() => root?.querySelector<Found>(selector))
    .toBeTruthy()
    .then(() => {
      const found = root?.querySelector<Found>(selector)
      if (!found) throw new Error(`No ${selector}`)
      return found
    })

const inside = (element: HTMLIFrameElement) => page.frameLocator(page.elementLocator(element))

it.each(['the button', 'Enter'])(
  'sends and verifies with %s in a frame that may not submit forms',
  async (by) => {
    const element = await frame('allow-scripts allow-same-origin')
    const { homeserver, root } = showIn(await find(element.contentDocument, 'main'))
    const enter = async (label: string, text: string, name: string) => {
      await inside(element).getByLabelText(label).fill(text)
      if (by === 'Enter') await userEvent.keyboard('{Enter}')
      else await inside(element).getByRole('button', { name }).click()
    }
    await enter('Phone number', NUMBER, 'Send code')
    const { code } = await homeserver.nextSms()
    await find(element.contentDocument, 'input[autocomplete=one-time-code]')
    await enter('Verification code', code, 'Verify')
    await find(element.contentDocument, '.mpv-root[data-step=verified]')
    root.unmount()
    element.remove()
  },
)

it('keeps the button where it is while it is pressed, in a document of a popup', async () => {
  const element = await frame()
  const { root } = showIn(await find(element.contentDocument, 'main'))
  await inside(element).getByLabelText('Phone number').fill('0740')
  const button = await find<HTMLButtonElement>(element.contentDocument, '.mpv-primary-button')
  const before = button.getBoundingClientRect().top
  let during: number | null = null
  button.addEventListener('mouseup', () => (during = button.getBoundingClientRect().top))
  await inside(element).getByRole('button', { name: 'Send code' }).click({ delay: 300 })
  expect(during).toBe(before)
  await find(element.contentDocument, 'input[type=tel][aria-invalid=true]')
  root.unmount()
  element.remove()
})

it('verifies below a shadow root', async () => {
  const host = document.createElement('div')
  document.body.append(host)
  const shadow = host.attachShadow({ mode: 'open' })
  const container = shadow.appendChild(document.createElement('main'))
  const { homeserver, root } = showIn(container)
  await userEvent.type(await find(shadow, 'input[type=tel]'), `${NUMBER}{Enter}`)
  const { code } = await homeserver.nextSms()
  const field = await find<HTMLInputElement>(shadow, 'input[autocomplete=one-time-code]')
  await expect.poll(() => shadow.activeElement).toBe(field)
  await userEvent.type(field, `${code}{Enter}`)
  await find(shadow, '.mpv-root[data-step=verified]')
  root.unmount()
  host.remove()
})
