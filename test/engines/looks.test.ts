import { afterAll, beforeAll, describe, expect } from 'vitest'
import type { EngineBrowser, Look } from './Engine.js'
import { engine, test } from './fixtures.js'
import { Visitor } from './Visitor.js'

/** How the page is shown: as wide as the window, or in a frame as narrow as a phone. */
const PAGES = [
  ['as it is', 'index.html?'],
  ['320 px wide', 'frame.html?width=320&height=640'],
  ['with text at 200 %', 'index.html?fontSize=200%'],
  ['from right to left', 'index.html?direction=rtl'],
  ['320 px wide, with text at 200 %', 'frame.html?width=320&height=640&fontSize=200%'],
  ['320 px wide, from right to left', 'frame.html?width=320&height=640&direction=rtl'],
] as const

/** Where colours matter and sizes are the same. */
const [WIDE, NARROW] = PAGES

/** What the system prefers, and the pages that are looked at then. */
const SYSTEMS: [string, Look, readonly (typeof PAGES)[number][]][] = [
  ['light', {}, PAGES],
  ['dark', { colorScheme: 'dark' }, [WIDE, NARROW]],
]
if (engine.hasForcedColors) SYSTEMS.push(['forced colours', { forcedColors: true }, [WIDE, NARROW]])

describe.for(SYSTEMS)('%s', ([, look, pages]) => {
  let browser: EngineBrowser
  beforeAll(async () => {
    browser = await engine.open(look)
    await browser.resize(900, 700)
  })
  afterAll(() => browser.close())

  test('is what the page gets', async ({ site }) => {
    await browser.open(`${site.url}plain.html`)
    const matches = (query: string) => browser.evaluate(`matchMedia('${query}').matches`)
    expect(await matches('(prefers-color-scheme: dark)')).toBe(look.colorScheme === 'dark')
    expect(await matches('(forced-colors: active)')).toBe(look.forcedColors === true)
  })

  test.for(pages)('everything is in sight and has enough contrast, %s', async ([, address], { site }) => {
    const visitor = new Visitor(browser, site)
    // The country with the longest name there is.
    await visitor.openPage(`${address}&codeLength=6&country=GS`)
    await goThrough(visitor, () => findFaults(visitor))
  })

  test.runIf(look.forcedColors !== true)(
    'the form is at home in the pages of other people',
    async ({ site }) => {
      const visitor = new Visitor(browser, site)
      await visitor.open('codeLength=6')
      await goThrough(visitor, () => visitor.look(() => window.findFaultsInPages()))
    },
  )
})

/** Goes through everything that the form shows on the way, and looks for faults in each. */
async function goThrough(visitor: Visitor, find: () => Promise<string[]>): Promise<void> {
  const look = async (state: string) => expect(await find(), state).toEqual([])
  await visitor.hasCountries()
  await look('the number')
  await visitor.tabTo('Phone number')
  await visitor.type('+44 7400 1234')
  await visitor.press('Enter')
  await visitor.reads('numberTooShort')
  await look('a number that is too short')
  await visitor.clear()
  await visitor.type('+44 20 7946 0958')
  await visitor.press('Enter')
  await visitor.sees('Send anyway')
  await look('a warning')
  await visitor.tabTo('Send anyway')
  await visitor.press('Enter')
  await visitor.isAt('Verification code')
  await look('the code')
  await visitor.type('0')
  await visitor.press('Enter')
  await visitor.reads('errorCodeIncorrect')
  await look('a code that is wrong')
  await visitor.isAt('Verification code')
  await visitor.enterCode()
  await look('verified')
}

/** What can be seen to be wrong: what is wider than the page, what is cut, and what axe finds. */
async function findFaults(visitor: Visitor): Promise<string[]> {
  return [
    ...(await visitor.look(findUnfit)),
    ...((await visitor.look((page) => page.defaultView?.findViolations())) ?? []),
  ]
}

function findUnfit(page: Document): string[] {
  const { scrollWidth, clientWidth } = page.documentElement
  const isShown = (element: HTMLElement) =>
    element.offsetWidth > 0 && element.closest('.mpv-visually-hidden') === null
  const shown = [
    ...page.querySelectorAll<HTMLElement>('.mpv-root *:not(option, svg *, .mpv-code-line *)'),
  ].filter(isShown)
  const outside = shown.filter((element) => {
    const { left, right } = element.getBoundingClientRect()
    return left < 0 || right > clientWidth
  })
  const cut = shown.filter(
    (element) =>
      element.matches('p, label, h2, button') &&
      (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1),
  )
  return [
    ...(scrollWidth > clientWidth
      ? [`The page is ${scrollWidth} px wide, and ${clientWidth} px are seen.`]
      : []),
    ...outside.map(({ outerHTML }) => `outside: ${outerHTML.slice(0, 200)}`),
    ...cut.map(({ outerHTML }) => `cut: ${outerHTML.slice(0, 200)}`),
  ]
}
