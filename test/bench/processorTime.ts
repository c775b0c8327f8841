import type { CDPSession } from 'playwright'

/** Lets `processorTime` be asked. */
export async function countProcessorTime(devtools: CDPSession): Promise<void> {
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
}

/**
 * How long the page's main thread has been at work, painting included, in milliseconds. Time in which another
 * process had the processor does not count, so that a busy machine changes little.
 */
export async function processorTime(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000
}
