import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import { Suspense } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

beforeEach(() => {
  sessionStorage.clear()
  // The example chooses the language once, when it loads.
  vi.resetModules()
})
afterEach(() => {
  cleanup()
  document.documentElement.removeAttribute('lang')
})

it.each([
  ['de', 'Telefonnummer', 'Code senden'],
  ['de-AT', 'Telefonnummer', 'Code senden'],
  ['pt-BR', 'Número de telefone', 'Enviar código'],
  ['en-GB', 'Phone number', 'Text me a code'],
  ['', 'Phone number', 'Text me a code'],
])('the form of a page in "%s" says "%s"', async (lang, number, button) => {
  document.documentElement.lang = lang
  const { LocalisedForm } = await import('../../stories/docs/snippets/Languages.js')
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Suspense>
        <LocalisedForm />
      </Suspense>
    </QueryClientProvider>,
  )
  expect(await screen.findByLabelText(number)).toBeTruthy()
  expect(screen.getByRole('button', { name: button })).toBeTruthy()
})
