import { newLine, type Line } from './ledger.js'
import type { OpenPage, Page } from './page.js'
import { PageLocks } from './pageLocks.js'
import type { Browsing, Setting } from './steps.js'
import { TabStorage, type Tab } from './tab.js'
import type { Wire } from './wire.js'

const MOST_TABS = 3
const MOST_BEHIND = 2
/** How many pages may be there at once. */
export const MOST_PAGES = MOST_TABS * (1 + MOST_BEHIND)

let pages = 0

/** Tabs and their pages. */
export class Browser {
  readonly tabs: Tab[] = []
  readonly #setting: Setting
  readonly #codes: OpenPage[]
  readonly #wire: Wire
  readonly #locks: PageLocks
  readonly #lines = new Map<number, Line>()
  readonly #ends = new Map<number, () => void>()

  constructor(setting: Setting, codes: readonly OpenPage[], wire: Wire) {
    this.#setting = setting
    this.#codes = [...codes]
    this.#wire = wire
    this.#locks = new PageLocks(setting.hasLocks)
  }

  /** What the tab of a page knows. */
  lineOf(page: number): Line {
    const line = this.#lines.get(page)
    if (line === undefined) throw new Error('The page is none of ours.')
    return line
  }

  /** Ends every page, also those behind. */
  async close(): Promise<void> {
    for (const { page, behind } of this.tabs) for (const each of [page, ...behind]) await this.#end(each)
  }

  /** Does something with a page or a tab. */
  async do(tab: Tab, does: Browsing): Promise<void> {
    const { page, storage, behind } = tab
    switch (does) {
      case 'remount':
        this.#wire.forget(page.id)
        await page.remount()
        break
      case 'putAway':
        this.#wire.forget(page.id)
        await page.putAway()
        break
      case 'crash':
        await this.#end(page)
        tab.page = this.#openPage(tab)
        break
      case 'reload':
        await page.hide()
        await this.#end(page)
        tab.page = this.#openPage(tab)
        break
      case 'goAway':
        await page.hide()
        // A page that waits for an answer is not kept.
        if (page.view().isPending || behind.length === MOST_BEHIND) await this.#end(page)
        else behind.push(page)
        tab.page = this.#openPage(tab)
        break
      case 'goBack': {
        const before = behind.pop()
        if (before === undefined) return
        await page.hide()
        await this.#end(page)
        tab.page = before
        await before.show()
        break
      }
      case 'duplicate':
        if (this.tabs.length < MOST_TABS)
          this.openTab(storage && new TabStorage(storage.text), {
            ...tab.line,
            secret: null,
            spent: new Set(),
            over: new Map(),
          })
        return
      case 'close':
        if (this.tabs.length === 1) return
        for (const each of [page, ...behind]) await this.#end(each)
        this.tabs.splice(this.tabs.indexOf(tab), 1)
        return
    }
    // Where nothing is kept, a wait is forgotten as well.
    if (storage === null || storage.text === null) this.lineOf(tab.page.id).mayAskFrom = 0
  }

  /** Opens a tab, with a storage that may be another one's copy. */
  openTab(storage: TabStorage | null, line: Line): void {
    const tab: Omit<Tab, 'page'> = { storage, line, behind: [] }
    this.tabs.push({ ...tab, page: this.#openPage(tab) })
  }

  #openPage({ storage, line }: Omit<Tab, 'page'>): Page {
    const id = (pages += 1)
    const open = this.#codes.shift()
    if (open === undefined) throw new Error('More pages are open than there is code for.')
    const seen = storage?.open()
    this.#lines.set(id, storage === null ? newLine() : line)
    if (storage !== null && storage.text === null) line.mayAskFrom = 0
    this.#ends.set(id, () => {
      seen?.close()
      this.#codes.push(open)
    })
    const setting = this.#setting
    const fetch = this.#wire.fetchOf(id)
    return open({ id, fetch, setting, storage: seen?.storage ?? null, locks: this.#locks })
  }

  /** Ends a page without its code hearing of it. */
  async #end(page: Page): Promise<void> {
    this.#ends.get(page.id)?.()
    this.#wire.forget(page.id)
    this.#locks.end(page.id)
    await page.end()
  }
}
