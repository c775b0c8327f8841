import { QueryClient } from '@tanstack/react-query'
import { act, render } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { beforeEach, expect, it, vi } from 'vitest'
import { useCountdown } from '../../src/hooks/useCountdown.js'
import { usePhoneVerification } from '../../src/hooks/usePhoneVerification.js'
import { ALICE, Providers, renderVerification } from '../support/hooks.js'
import { settled } from '../support/time.js'
import type { Wire } from '../support/wire.js'

beforeEach(() => {
  vi.useFakeTimers()
  sessionStorage.clear()
})

const seen: string[] = []

function Screen({ wire }: { wire: Wire }) {
  const verification = usePhoneVerification({ homeserver: wire.client(), purpose: 'register' })
  const text =
    'sentTo' in verification ? `${verification.step} ${verification.sentTo.display}` : verification.step
  seen.push(text)
  return <p>{text}</p>
}

it('hydrates the beginning without a warning and then shows what the storage holds', async () => {
  const page = renderVerification()
  await page.do(({ send }) => send(ALICE))
  page.unmount()

  const storage = vi.spyOn(window, 'sessionStorage', 'get').mockImplementation(() => {
    throw new Error('A server has no storage.')
  })
  const app = (
    <Providers queryClient={new QueryClient()}>
      <Screen wire={page.wire} />
    </Providers>
  )
  const html = renderToString(app)
  storage.mockRestore()
  expect(html).toBe('<p>number</p>')

  const container = document.createElement('div')
  container.innerHTML = html
  document.body.append(container)
  const paragraph = container.firstChild
  seen.length = 0
  const onRecoverableError = vi.fn()
  render(app, { container, hydrate: true, onRecoverableError })
  await settled()
  expect(seen[0]).toBe('number')
  expect(container.textContent).toBe(`code ${ALICE.phoneNumber}`)
  expect(container.firstChild).toBe(paragraph)
  expect(onRecoverableError).not.toHaveBeenCalled()
  expect(page.wire.requests).toHaveLength(1)
})

it('hydrates a countdown without a warning and then shows what is left', async () => {
  const deadline = Date.now() + 60_000
  function Time() {
    return <p>{useCountdown(deadline).seconds}</p>
  }
  const container = document.createElement('div')
  container.innerHTML = renderToString(<Time />)
  document.body.append(container)
  expect(container.textContent).toBe('0')
  const onRecoverableError = vi.fn()
  act(() => {
    render(<Time />, { container, hydrate: true, onRecoverableError })
  })
  await settled()
  expect(container.textContent).toBe('60')
  expect(onRecoverableError).not.toHaveBeenCalled()
})
