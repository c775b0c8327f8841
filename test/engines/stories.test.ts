import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { runInPage } from './Engine.js'
import { test } from './fixtures.js'

/** What is used of the list that Storybook builds. */
interface StoryIndex {
  entries: Record<string, { id: string; type: 'story' | 'docs'; title: string; name: string }>
}

const index = JSON.parse(
  readFileSync(new URL('../../storybook-static/index.json', import.meta.url), 'utf8'),
) as StoryIndex
const stories = Object.values(index.entries)
  .filter(({ type }) => type === 'story')
  .map(({ id, title, name }) => [`${title}: ${name}`, id] as const)

/** How long a story may take. Milliseconds. */
const PATIENCE = { timeout: 45_000, interval: 50 }

test.for(stories)('%s', async ([, id], { browser, storybook }) => {
  await browser.open(`${storybook.url}iframe.html?id=${id}&viewMode=story&everyLook`)
  await expect.poll(() => runInPage(browser, isOver).catch(() => false), PATIENCE).toBe(true)
  expect(await runInPage(browser, findFaults)).toEqual([])
})

/** As much of Storybook as its pages have. */
interface Storybook {
  __STORYBOOK_PREVIEW__?: { currentRender?: { phase?: string } }
  __STORYBOOK_ADDONS_CHANNEL__: { last: (event: string) => unknown[] | undefined }
}

function isOver(): boolean {
  const { __STORYBOOK_PREVIEW__: preview } = window as unknown as Storybook
  return ['finished', 'completed', 'errored', 'aborted'].includes(preview?.currentRender?.phase ?? '')
}

/** What went wrong in a story that is over: its `play` and what follows, its page, and what axe says of it. */
function findFaults(): string[] {
  const { __STORYBOOK_PREVIEW__: preview, __STORYBOOK_ADDONS_CHANNEL__: channel } =
    window as unknown as Storybook
  const phase = preview?.currentRender?.phase ?? ''
  // A story whose `play` threw is reported as a success, so each of these is asked for.
  const thrown = [
    'playFunctionThrewException',
    'storyThrewException',
    'storyErrored',
    'unhandledErrorsWhilePlaying',
  ]
    .flatMap((event) => channel.last(event) ?? [])
    .map((error) => {
      const { message, actual } = error as Partial<Error> & { actual?: unknown }
      return `${message ?? ''} ${JSON.stringify(actual ?? error)}`
    })
  const [report] = (channel.last('storyFinished') ?? []) as { reporters?: Reporter[] }[]
  const reported = (report?.reporters ?? []).filter(({ status }) => status === 'failed')
  return [
    ...(['finished', 'completed'].includes(phase) ? [] : [`The story is ${phase}.`]),
    ...thrown,
    ...reported.map((reporter) => JSON.stringify(reporter).slice(0, 1000)),
  ]
}

/** What an addon says of a story. */
interface Reporter {
  type: string
  status: string
}
