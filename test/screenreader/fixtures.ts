import { inject, test as base } from 'vitest'
import { Desktop } from './Desktop.js'
import { Listener } from './Listener.js'
import { Site } from './Site.js'
import { until } from './Speech.js'

/** How long a browser may take to come up on a busy machine. Milliseconds. */
const START = 90_000

/** A test with somebody who listens, on one desktop for all tests. */
export const test = base
  .extend('site', { scope: 'worker' }, async ({}, { onCleanup }) => {
    const site = await Site.start()
    onCleanup(() => site.close())
    return site
  })
  .extend('desktop', { scope: 'worker' }, async ({ site }, { onCleanup }) => {
    const desktop = await Desktop.start(inject('browser'), site.url)
    onCleanup(() => desktop.stop())
    await until(() => site.hasReported('shown '), 'the browser', START)
    await desktop.speech.calm(3000, 20_000)
    return desktop
  })
  .extend('listener', { scope: 'worker' }, ({ desktop, site }) => new Listener(desktop, site))
