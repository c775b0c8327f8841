import type { Browsing } from './steps.js'
import type { Tab } from './tab.js'
import type { World } from './world.js'

/** Goes to another page: a proof that a page showed comes back with the next one, and one that is over does not. */
export async function browse(world: World, tab: Tab, does: Browsing): Promise<void> {
  const { browser, ledger, setting } = world
  const { page, line } = tab
  const before = page.view()
  await browser.do(tab, does)
  await world.wait(0)
  if (tab.page === page && does !== 'remount' && does !== 'putAway') return
  const { step, phone, error } = tab.page.view()
  if (does === 'putAway' && before.isPending)
    ledger.claim(error !== null, 'nothing is said of a request that was given up')
  // A page that used its proof and was kept as it was still shows it.
  const isOver = ledger.isOver(line, phone, does === 'goBack' ? tab.page.id : undefined)
  ledger.claim(step !== 'verified' || !isOver, 'a proof outlives its use')
  const mayLose = setting.clockIsSet || setting.storage !== 'kept' || does === 'goBack'
  // Without Web Locks a page that was discarded cannot be told from one that was copied.
  if (mayLose || (does === 'crash' && !setting.hasLocks)) return
  const isKept = before.step === 'verified' && ledger.isFresh(line, before.phone)
  ledger.claim(!isKept || step === 'verified', 'a proof is lost')
}

/** An account helper uses up the proof, or what is to become one. */
export async function spend(world: World, { page, line }: Tab): Promise<void> {
  const { ledger } = world
  const { step, phone } = page.view()
  await world.touch(page, () => void page.use())
  if (phone !== null) ledger.end(line, phone, page.id)
  ledger.claim(page.view().step === step, 'the screen goes when its proof is used')
}

/** The person signs out. */
export async function signOut(world: World, { page, line }: Tab): Promise<void> {
  const { ledger } = world
  ledger.end(line, page.view().phone, page.id)
  await world.touch(page, () => void page.signOut())
  ledger.claim(page.view().step === 'number', 'somebody is shown the flow of who signed out')
  Object.assign(world.browser.lineOf(page.id), { mayAskFrom: 0, acceptedAt: -Infinity })
}
