import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { VerifiedPhone } from '../../../src/index.js'
import '../../../src/styles.css'
import { findFaultsInPages } from './findFaultsInPages.js'
import { AddNumber } from './AddNumber.js'
import { App } from './App.js'

declare global {
  interface Window {
    /** What the app heard from this page, in the order in which it did. */
    heard: { phone: VerifiedPhone; resumed: boolean }[]
    /** What axe finds wrong with the form, one line each. */
    findViolations: () => Promise<string[]>
    findFaultsInPages: typeof findFaultsInPages
  }
}

window.heard = []
window.findFaultsInPages = findFaultsInPages
window.findViolations = async () => {
  const { default: axe } = await import('axe-core')
  const { violations } = await axe.run('.mpv-root', { resultTypes: ['violations'] })
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

const wanted = new URLSearchParams(location.search)
const account = wanted.get('account')
document.documentElement.dir = wanted.get('direction') ?? ''
document.documentElement.style.fontSize = wanted.get('fontSize') ?? ''

const root = document.getElementById('app')
if (root === null) throw new Error('The page has no place for the app.')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={new QueryClient()}>
      {account === null ? <App wanted={wanted} /> : <AddNumber account={account} />}
    </QueryClientProvider>
  </StrictMode>,
)
