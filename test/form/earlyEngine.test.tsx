import { beforeEach, expect, it, vi } from 'vitest'
import { renderForm, setUpBeforeLoading } from './person.js'

const loads = vi.hoisted(() => vi.fn())

vi.mock('../../src/phone/engine.js', (load) => {
  loads()
  return load()
})

beforeEach(setUpBeforeLoading)

it('loads the numbering plans once, from the first render on, on a page that is never idle', async () => {
  vi.stubGlobal('requestIdleCallback', () => 0)
  vi.stubGlobal('cancelIdleCallback', () => undefined)
  renderForm()
  await vi.waitFor(() => expect(loads).toHaveBeenCalledTimes(1))
})
