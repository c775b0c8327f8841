import type { CDPSession } from 'playwright'
import { withPage, type Site } from '../openPage.js'
import type { Subject } from '../subjects.js'

/** What stays after a screen was mounted and taken away a thousand times. */
export interface MemorySample {
  /** Bytes of the heap. */
  bytes: number
  /** Elements and texts, in the page or kept by something. */
  nodes: number
  listeners: number
}

export const MOUNTS = 1000
/** Until everything is there that is made once. */
const WARM_UP = 50

/** Mounts and unmounts, each time after all that happens by itself. */
export function measureMemory(site: Site, subject: Subject): Promise<MemorySample> {
  return withPage(site, subject, async ({ page, devtools, visit }) => {
    await visit('heldIdleTime')
    await page.evaluate((times) => window.bench.mountAndUnmount(times), WARM_UP)
    const before = await inUse(devtools)
    await page.evaluate((times) => window.bench.mountAndUnmount(times), MOUNTS)
    const after = await inUse(devtools)
    return {
      bytes: after.bytes - before.bytes,
      nodes: after.nodes - before.nodes,
      listeners: after.listeners - before.listeners,
    }
  })
}

async function inUse(devtools: CDPSession): Promise<MemorySample> {
  // Once more for what the first one only finalized.
  for (let time = 0; time < 3; time += 1) await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters')
  return { bytes: usedSize, nodes, listeners: jsEventListeners }
}
