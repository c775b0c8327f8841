import type { ColdStartSample } from './measures/coldStart.js'
import type { CountdownSample } from './measures/countdown.js'
import type { IdleSample } from './measures/idle.js'
import type { KeystrokeSample } from './measures/keystroke.js'
import type { MemorySample } from './measures/memory.js'
import type { MountSample } from './measures/mount.js'

/** What is measured in every round. */
export type RoundSample = MountSample & KeystrokeSample & ColdStartSample
export type Metric = keyof RoundSample

/** All that was measured of one subject. */
export interface SubjectResult {
  /** In the order of the rounds, so that those of two subjects can be compared round by round. */
  rounds: RoundSample[]
  countdown: CountdownSample | null
  idle: IdleSample
  memory: MemorySample
  /** Bytes after gzip -9: of what a page loads at first, and with what it loads later. */
  size: { start: number; everything: number }
}

/** By the subject's name. */
export type Results = Record<string, SubjectResult>
