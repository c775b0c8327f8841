import { describe, expect } from 'vitest'
import { test } from './fixtures.js'
import type { Visitor } from './Visitor.js'

/** Where the picker stands: how many pixels of the window are below it. */
const PLACES = [
  ['at the top of the window', null],
  ['in its lower half', 250],
  ['near its foot', 100],
  ['at its foot', 4],
] as const

describe.for(PLACES)('%s', ([, below]) => {
  test('the native picker takes letters and arrows, and the page stays where it is', async ({ visitor }) => {
    await visitor.open()
    await visitor.hasCountries()
    await visitor.tabTo('Country')
    await visitor.look(movePicker, below)
    const scrolled = await visitor.look(() => [scrollX, scrollY])
    await visitor.type('fran')
    expect(await visitor.country()).toBe('FR')
    await visitor.press('ArrowDown')
    expect(await visitor.country()).toBe('GF')
    await visitor.press('ArrowUp')
    await visitor.isAt('Country')
    expect(await visitor.look(() => [scrollX, scrollY])).toEqual(scrolled)
    await visitor.askForCode('06 12 34 56 78')
    expect(visitor.site.homeserver.lastSms()?.to).toBe('+33612345678')
  })

  test('the picker with a search opens in sight, finds and chooses', async ({ visitor }) => {
    await openWithSearch(visitor)
    await visitor.tabTo('Country')
    await visitor.look(movePicker, below)
    await visitor.press('ArrowDown')
    await visitor.isAt('Search countries')
    await expect.poll(() => visitor.look(findHidden)).toEqual([])
    await visitor.type('france')
    await expect.poll(() => visitor.look(findHidden)).toEqual([])
    await visitor.press('Enter')
    await visitor.isAt('Country')
    expect(await visitor.country()).toContain('France')
    await visitor.askForCode('06 12 34 56 78')
    expect(visitor.site.homeserver.lastSms()?.to).toBe('+33612345678')
  })

  test('the picker with a search closes with Escape and leaves the country as it was', async ({
    visitor,
  }) => {
    await openWithSearch(visitor)
    await visitor.tabTo('Country')
    await visitor.look(movePicker, below)
    await visitor.press('Enter')
    await visitor.isAt('Search countries')
    await visitor.type('fra')
    await visitor.press('Escape')
    await visitor.isAt('Country')
    expect(await visitor.country()).toContain('United Kingdom')
  })
})

/** Opens the form, and waits until the picker with a search has taken the other one's place. */
async function openWithSearch(visitor: Visitor): Promise<void> {
  await visitor.open('countrySelect=search')
  await expect.poll(() => visitor.look((page) => page.querySelector('.mpv-select')?.tagName)).toBe('BUTTON')
}

/** Moves the picker, when it has the focus: to get it scrolls. */
function movePicker(page: Document, below: number | null): void {
  const { bottom } = page.querySelector('.mpv-select')?.getBoundingClientRect() ?? new DOMRect()
  if (below !== null) page.body.style.paddingTop = `${innerHeight - bottom - below}px`
}

/** What of the open picker is not to be seen: the search, or the country that Enter would choose. */
function findHidden(page: Document): string[] {
  const search = page.querySelector<HTMLElement>('dialog input')
  const active = page.getElementById(search?.getAttribute('aria-activedescendant') ?? '')
  const list = active?.closest('ul')?.getBoundingClientRect()
  const isInSight = (element: HTMLElement | null) => {
    const { top, bottom, height } = element?.getBoundingClientRect() ?? new DOMRect()
    const ofList = element === active && list !== undefined ? list : { top: 0, bottom: innerHeight }
    return (
      height > 0 && top >= Math.max(0, ofList.top) - 1 && bottom <= Math.min(innerHeight, ofList.bottom) + 1
    )
  }
  return [...(isInSight(search) ? [] : ['the search']), ...(isInSight(active) ? [] : ['the active country'])]
}
