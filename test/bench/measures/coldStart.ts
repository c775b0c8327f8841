import { NUMBER_FIELD, PHONE_NUMBER, withPage, type OpenPage, type Site } from '../openPage.js'
import type { Subject } from '../subjects.js'

/** Milliseconds since a person went to a page whose files are not in the cache, on a slow processor. */
export interface ColdStartSample {
  /** Until the field is there. */
  coldField: number
  /** Until a number that was filled in right then is shown formatted. */
  coldFormatted: number
  /** The same over a slow mobile network. */
  mobileField: number
  mobileFormatted: number
}

interface ColdStart {
  field: number
  formatted: number
}

declare global {
  interface Window {
    coldStart?: ColdStart
  }
}

const CPU_SLOWDOWN = 4

/** 1.6 Mbit/s with 150 ms there and back; what a network of the fourth generation gives at its edge. */
const MOBILE = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
}

/** Fills a number in as soon as there is a field, and leaves the field. */
export async function measureColdStart(site: Site, subject: Subject): Promise<ColdStartSample> {
  const cold = await withPage(site, subject, (open) => start(open))
  const mobile = await withPage(site, subject, async (open) => {
    await open.devtools.send('Network.enable')
    await open.devtools.send('Network.emulateNetworkConditions', MOBILE)
    return start(open)
  })
  return {
    coldField: cold.field,
    coldFormatted: cold.formatted,
    mobileField: mobile.field,
    mobileFormatted: mobile.formatted,
  }
}

async function start({ page, devtools, visit }: OpenPage): Promise<ColdStart> {
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })
  await page.addInitScript(fillAtOnce, { selector: NUMBER_FIELD, text: PHONE_NUMBER })
  await visit('screens=1')
  const handle = await page.waitForFunction(() => window.coldStart, undefined, { polling: 100 })
  const taken = await handle.jsonValue()
  if (taken === undefined) throw new Error('The page was not measured.')
  return taken
}

/** Runs in the page, before anything else does. */
function fillAtOnce({ selector, text }: { selector: string; text: string }): void {
  const waitForField = () => {
    const input = document.querySelector<HTMLInputElement>(selector)
    if (input === null) {
      requestAnimationFrame(waitForField)
      return
    }
    const field = performance.now()
    // As autofill does it: the whole text at once.
    input.focus()
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text)
    input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertReplacementText' }))
    input.blur()
    const waitForFormat = () => {
      if (/\d[ -]\d/.test(input.value)) window.coldStart = { field, formatted: performance.now() }
      else requestAnimationFrame(waitForFormat)
    }
    waitForFormat()
  }
  requestAnimationFrame(waitForField)
}
