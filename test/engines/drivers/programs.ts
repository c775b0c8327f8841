import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'

/** A program that runs beside the tests. */
export interface Program {
  /** What it has written to its output. */
  written: () => string
  /** Ends it, and what it started. */
  stop: () => Promise<void>
}

/** How long a program may take until it is ready. Milliseconds. */
const PATIENCE = 20_000

/** Starts a program in a group of its own, and waits until it is ready. */
export async function startProgram(
  [command = '', ...args]: string[],
  isReady: (written: string) => boolean | Promise<boolean>,
  env: Record<string, string> = {},
): Promise<Program> {
  const child = spawn(command, args, {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, ...env },
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  let failure: Error | undefined
  child.on('error', (error) => (failure = error))
  const stopNow = () => endGroup(child)
  process.on('exit', stopNow)
  const stop = async () => {
    process.off('exit', stopNow)
    if (hasEnded(child) || failure !== undefined) return
    const ended = once(child, 'exit')
    endGroup(child)
    await ended
  }
  const deadline = Date.now() + PATIENCE
  while (!(await isReady(output))) {
    if (failure !== undefined || hasEnded(child) || Date.now() > deadline) {
      await stop()
      throw new Error(`${command} did not start.`, { cause: failure })
    }
    await wait(50)
  }
  return { written: () => output, stop }
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null
}

/** What it started does not outlive it. */
function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGTERM')
  } catch {
    // It is gone already.
  }
}
