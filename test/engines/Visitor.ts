import { expect } from 'vitest'
import type { MessageKey } from '../../src/index.js'
import { en } from '../../src/messages/en.js'
import { COMMAND, runInPage, type Data, type EngineBrowser } from './Engine.js'
import type { Site } from './site.js'

/** How a person leaves a page without a link. */
type Way = 'back' | 'forward' | 'reload'

/** More than there is on any page to go through. */
const MOST_TABS = 15

/** Until something is there. Milliseconds; a machine may be slow. */
const PATIENCE = { timeout: 10_000, interval: 30 }

/** Somebody in front of a page, with a keyboard and nothing else. */
export class Visitor {
  readonly browser: EngineBrowser
  readonly site: Site

  constructor(browser: EngineBrowser, site: Site) {
    this.browser = browser
    this.site = site
  }

  /** Opens the form, which the query sets up as `page/App.tsx` says. */
  open(query = ''): Promise<void> {
    return this.openPage(`index.html?${query}`)
  }

  /** Opens a page that has the form. */
  async openPage(address: string): Promise<void> {
    await this.browser.open(this.site.url + address)
    await this.sees('Phone number')
  }

  /** Looks at the page, or at the one in its frame. */
  look<Given extends Data[], Result>(
    work: (page: Document, ...given: Given) => Result,
    ...given: Given
  ): Promise<Awaited<Result>> {
    const page = "document.querySelector('iframe')?.contentDocument ?? document"
    const call = `(${String(work)})(${page}, ...${JSON.stringify(given)})`
    return this.browser.evaluate(call) as Promise<Awaited<Result>>
  }

  /** Waits for words of the app. */
  async sees(words: string): Promise<void> {
    await expect.poll(() => this.text(), PATIENCE).toContain(words)
  }

  /** Waits for a message of the form, with anything in the place of what it inserts. */
  async reads(key: MessageKey): Promise<void> {
    const pieces = en[key].split(/\{\w+\}/).map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    await expect.poll(() => this.text(), PATIENCE).toMatch(new RegExp(pieces.join('.+')))
  }

  /** What can be read; nothing while one page goes and another comes. */
  text(): Promise<string> {
    return this.look((page) => page.body.innerText).catch(() => '')
  }

  /** Presses a key, with others held: `Shift+Tab`. */
  press(keys: string): Promise<void> {
    return this.browser.press(keys)
  }

  /** Types as fast as the browser takes it. */
  type(text: string): Promise<void> {
    return this.browser.type(text)
  }

  /** Goes with the Tab key to what has this name, and says where that led through. */
  async tabTo(name: string): Promise<string[]> {
    const way: string[] = []
    while ((await this.focused()) !== name) {
      if (way.length === MOST_TABS)
        throw new Error(`The Tab key leads not to ${name}, but to ${way.join(', ')}.`)
      await this.press('Tab')
      way.push(await this.focused())
    }
    return way
  }

  /** The name of what has the focus. */
  focused(): Promise<string> {
    return this.look(({ activeElement }) => {
      const { labels, ariaLabel } = activeElement as HTMLInputElement
      return ariaLabel ?? (labels?.[0] ?? activeElement)?.textContent.trim() ?? ''
    })
  }

  /** Waits until that has the focus. */
  async isAt(name: string): Promise<void> {
    await expect.poll(() => this.focused(), PATIENCE).toBe(name)
  }

  /** What stands in the field that has the focus. */
  typed(): Promise<string> {
    return this.look(({ activeElement }) => (activeElement as HTMLInputElement).value)
  }

  /** Waits until there is more than one country to choose from. */
  async hasCountries(): Promise<void> {
    const count = () => this.look((page) => page.querySelectorAll('.mpv-select > option').length)
    await expect.poll(count, PATIENCE).toBeGreaterThan(200)
  }

  /** The country that is chosen, by its region or its name. */
  country(): Promise<string> {
    return this.look((page) => {
      const picker = page.querySelector<HTMLSelectElement>('.mpv-select')
      return picker?.tagName === 'SELECT' ? picker.value : (picker?.textContent ?? '')
    })
  }

  /** Puts a text into the clipboard from elsewhere, and pastes it into the field that has the focus. */
  async paste(text: string): Promise<void> {
    await this.look((page, text) => {
      const field = page.activeElement as HTMLElement
      const source = page.createElement('textarea')
      source.value = text
      page.body.append(source)
      source.select()
      source.addEventListener('copy', () => {
        setTimeout(() => {
          field.focus()
          source.remove()
        })
      })
    }, text)
    const hasFocus = () => this.look(({ activeElement }) => activeElement?.tagName === 'INPUT')
    await this.press(`${COMMAND}+c`)
    await expect.poll(hasFocus, PATIENCE).toBe(true)
    await this.press(`${COMMAND}+v`)
  }

  /** Puts a whole text into the field that has the focus, as browsers and keyboards fill in what they know. */
  async fillIn(text: string): Promise<void> {
    await this.look(({ activeElement }, text) => {
      const descriptor = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
      descriptor?.set?.call(activeElement, text)
      const event = new InputEvent('input', { bubbles: true, inputType: 'insertReplacementText' })
      activeElement?.dispatchEvent(event)
      activeElement?.dispatchEvent(new Event('change', { bubbles: true }))
    }, text)
  }

  /** Empties the field that has the focus. */
  async clear(): Promise<void> {
    await this.press(`${COMMAND}+a`)
    await this.press('Delete')
  }

  undo(): Promise<void> {
    return this.press(`${COMMAND}+z`)
  }

  redo(): Promise<void> {
    return this.press(`${COMMAND}+Shift+z`)
  }

  /** Types a number, sends it with Enter and comes to the code. */
  async askForCode(number = '07400 123456'): Promise<void> {
    await this.tabTo('Phone number')
    await this.type(number)
    await this.press('Enter')
    await this.isAt('Verification code')
  }

  /** Types the code of the newest SMS, and submits it. */
  async enterCode(): Promise<void> {
    await this.tabTo('Verification code')
    await this.type(this.site.homeserver.lastSms()?.code ?? '')
    await this.press('Enter')
    await this.reads('verified')
  }

  /** Makes the account for the number that is verified. */
  async createAccount(username: string): Promise<void> {
    await this.tabTo('Username')
    await this.type(username)
    await this.tabTo('Password')
    await this.type('correct horse battery')
    await this.press('Enter')
    await this.sees(`Welcome, @${username}:`)
  }

  /** Lets the browser crash, and waits for the tab that it restores. Gives what it had saved on the disk. */
  async crash(): Promise<string> {
    if (this.browser.crash === undefined) throw new Error('This browser cannot be made to crash.')
    const saved = await this.browser.crash()
    await this.sees('Create your account')
    return saved
  }

  /** Leaves the page, and waits for the next one. */
  async go(way: Way): Promise<void> {
    await this.#leave(() => runInPage(this.browser, leaveBy, way))
  }

  /** The same by the page's link. */
  async follow(link: string): Promise<void> {
    await this.tabTo(link)
    await this.#leave(() => this.press('Enter'))
  }

  async #leave(act: () => Promise<void>): Promise<void> {
    await runInPage(this.browser, markAsLeft)
    await act()
    const isThere = () => runInPage(this.browser, isAnother).catch(() => false)
    await expect.poll(isThere, PATIENCE).toBe(true)
  }
}

declare global {
  interface Window {
    /** Whether a person has gone from this page. */
    isLeft?: boolean
  }
}

function markAsLeft() {
  window.isLeft = true
  // Kept, and shown again.
  const comeBack = () => (window.isLeft = false)
  window.addEventListener('pageshow', comeBack, { once: true })
}

function isAnother() {
  return window.isLeft !== true && document.readyState === 'complete'
}

/** Later: a driver waits for its answer, which a page that was left does not give. */
function leaveBy(way: Way) {
  setTimeout(() => {
    if (way === 'reload') location.reload()
    else history[way]()
  })
}
