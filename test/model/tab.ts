import type { FlowStorage } from '../../src/hooks/flowStorage.js'
import type { Line } from './ledger.js'
import type { Page } from './page.js'

/** A tab of the browser: the page that is shown, and those that the back-forward cache keeps behind it. */
export interface Tab {
  storage: TabStorage | null
  /** What its pages know, where they have a storage. */
  line: Line
  page: Page
  behind: Page[]
}

/** `sessionStorage`, which may be full. It has room for one flow, whatever it is called. */
export class TabStorage {
  text: string | null
  isFull = false

  constructor(text: string | null = null) {
    this.text = text
  }

  /** The storage as one page sees it, until that page is gone. */
  open(): { storage: FlowStorage; close: () => void } {
    let isOpen = true
    const storage: FlowStorage = {
      getItem: () => this.text,
      setItem: (_, text) => {
        if (!isOpen) return
        if (this.isFull) throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
        this.text = text
      },
      removeItem: () => {
        if (isOpen) this.text = null
      },
    }
    return { storage, close: () => (isOpen = false) }
  }
}
