import { takeRendered } from './rendered.js'
import { Profiler, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'
import { holdIdleTime, spendIdleTime } from './idleTime.js'
import type { MountTime } from './PageBench.js'
// The build of each subject has its own screen here.
import { Screen } from './screens/ours.js'

const app = document.getElementById('app')
if (app === null) throw new Error('The page has no place for the screens.')
const place: HTMLElement = app

const wanted = new URLSearchParams(location.search)
if (wanted.has('heldIdleTime')) holdIdleTime()

let root: Root | undefined
let commits = 0

window.bench = {
  async measureMount(screens) {
    const start = performance.now()
    mount(screens)
    layOut()
    const paint = performance.now() - start
    await settle()
    const fill = performance.now() - start
    unmount()
    await nextTask()
    return { paint, fill } satisfies MountTime
  },
  async measureKeys(text) {
    const field = place.querySelector<HTMLInputElement>('input[type=tel]')
    field?.focus()
    field?.select()
    edit('delete')
    await settle()
    const start = performance.now()
    for (const key of text) {
      edit('insertText', key)
      await nextTask()
      layOut()
    }
    return (performance.now() - start) / text.length
  },
  mount,
  unmount,
  async mountAndUnmount(times) {
    for (let time = 0; time < times; time += 1) {
      mount(1)
      await settle()
      unmount()
      await nextTask()
    }
  },
  takeCommits() {
    const taken = { commits, ...takeRendered() }
    commits = 0
    return taken
  },
}

if (wanted.has('screens')) mount(Number(wanted.get('screens')))

function mount(screens: number): void {
  const ids = Array.from({ length: screens }, (_, index) => `screen${index}`)
  const mounted = createRoot(place)
  root = mounted
  flushSync(() =>
    mounted.render(
      <Counted>
        {ids.map((id) => (
          <Screen key={id} id={id} />
        ))}
      </Counted>,
    ),
  )
}

/** Only React's profiling build calls back. */
function Counted({ children }: { children: ReactNode }) {
  return (
    <Profiler id="screens" onRender={() => (commits += 1)}>
      {children}
    </Profiler>
  )
}

function unmount(): void {
  const mounted = root
  if (mounted !== undefined) flushSync(() => mounted.unmount())
  root = undefined
}

/** Waits until nothing happens by itself any more, and lays out what came of it. */
async function settle(): Promise<void> {
  do {
    await nextTask()
    await nextTask()
  } while (flushSync(spendIdleTime))
  await nextTask()
  layOut()
}

function layOut(): void {
  place.getBoundingClientRect()
}

/** As the keyboard does it, with the events that a page gets then. */
function edit(command: 'insertText' | 'delete', text?: string): void {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- no other way to type within a task.
  document.execCommand(command, false, text)
}

/** A timer would come milliseconds late. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
