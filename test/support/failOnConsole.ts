import { afterEach, beforeEach, expect, vi } from 'vitest'

// A warning in the console is a defect that a user of the library would see, so it fails the test.
beforeEach(() => {
  vi.spyOn(console, 'error')
  vi.spyOn(console, 'warn')
})

afterEach(() => {
  const printed = [...vi.mocked(console.error).mock.calls, ...vi.mocked(console.warn).mock.calls]
  vi.mocked(console.error).mockRestore()
  vi.mocked(console.warn).mockRestore()
  expect(printed).toEqual([])
})
