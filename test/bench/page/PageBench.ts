import type { Rendered } from './rendered.js'

/** What a mount took. Milliseconds of the page's main thread. */
export interface MountTime {
  /** Everything before the browser can paint: rendering, effects, style and layout. */
  paint: number
  /** The same, and all that follows without a person: whatever was put off into idle time or into effects. */
  fill: number
}

/** What the measuring process calls in the page. */
export interface PageBench {
  /** Mounts screens, waits until nothing more happens by itself, and takes them away again. */
  measureMount: (screens: number) => Promise<MountTime>
  /** Types a text into the number, key after key; answers what a key took, effects, style and layout included. */
  measureKeys: (text: string) => Promise<number>
  /** Mounts screens to stay. */
  mount: (screens: number) => void
  unmount: () => void
  /** Mounts one screen and takes it away, again and again, each time after everything it does by itself. */
  mountAndUnmount: (times: number) => Promise<void>
  /** How many commits React's profiling build made since this was asked last, and what rendered in them. */
  takeCommits: () => Rendered & { commits: number }
}

declare global {
  interface Window {
    bench: PageBench
    /** There because the browser is started with it. */
    gc?: () => void
  }
}
