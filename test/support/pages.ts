import { vi } from 'vitest'
import type { usePhoneVerification } from '../../src/hooks/usePhoneVerification.js'
import { createMatrixClient } from '../../src/matrix/createMatrixClient.js'

export type Hook = typeof usePhoneVerification

/** A page that was loaded anew has all of the code anew. */
const clientsOfPages = new WeakMap<Hook, typeof createMatrixClient>()

/** What makes clients in the page that has this hook. */
export function createClientOf(hook: Hook): typeof createMatrixClient {
  return clientsOfPages.get(hook) ?? createMatrixClient
}

/** The hook as a page has it that was just loaded: its code anew, with what the tab's storage holds. */
export async function loadedPage(): Promise<Hook> {
  forgetPage()
  vi.resetModules()
  const { usePhoneVerification: hook } = await import('../../src/hooks/usePhoneVerification.js')
  const { createMatrixClient: createClient } = await import('../../src/matrix/createMatrixClient.js')
  clientsOfPages.set(hook, createClient)
  return hook
}

/** The same after the page before it was left, as a reload does. */
export async function reloadedPage(): Promise<Hook> {
  window.dispatchEvent(new Event('pagehide'))
  return loadedPage()
}

/** The same in a tab that was copied from this one, whose page never left. */
export function copiedPage(): Promise<Hook> {
  return loadedPage()
}

const pageListeners: [string, EventListenerOrEventListenerObject][] = []
const addEventListener = window.addEventListener.bind(window)
window.addEventListener = (type: string, listener: EventListenerOrEventListenerObject) => {
  if (type.startsWith('page')) pageListeners.push([type, listener])
  addEventListener(type, listener)
}

/** What listened on a page is gone with it; jsdom has one page a file. */
function forgetPage(): void {
  for (const [type, listener] of pageListeners.splice(0)) window.removeEventListener(type, listener)
}
