import { onTestFinished, vi } from 'vitest'

/** Is told of what goes unhandled until the test is finished, which does not fail for it. */
export function unhandledRejections() {
  const others = process.listeners('unhandledRejection')
  process.removeAllListeners('unhandledRejection')
  onTestFinished(() => {
    process.removeAllListeners('unhandledRejection')
    for (const listener of others) process.on('unhandledRejection', listener)
  })
  const onUnhandled = vi.fn()
  process.on('unhandledRejection', onUnhandled)
  return onUnhandled
}
