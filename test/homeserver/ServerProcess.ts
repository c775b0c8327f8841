import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const START_TIMEOUT = 180_000
const POLL_INTERVAL = 100
const STOP_TIMEOUT = 10_000
const CLOCK_TOLERANCE = 60_000

const cache = new URL('../../.cache/homeserver/', import.meta.url)
const windows = process.platform === 'win32'
const python = fileURLToPath(new URL(windows ? 'venv/Scripts/python.exe' : 'venv/bin/python', cache))
const launcher = fileURLToPath(new URL('launch.py', import.meta.url))

export interface ServerCommand {
  server: 'sydent' | 'synapse'
  config: string
  logPath: string
  /** Answers anything at all as soon as the server is up. */
  readyUrl: string
  env?: Record<string, string>
}

interface Running {
  child: ChildProcess
  hasEnded: boolean
  ended: Promise<void>
}

/** One of the Python servers. It ends when the pipe to it closes, so also with a process that was killed. */
export class ServerProcess {
  readonly #command: ServerCommand
  #running: Running | undefined

  constructor(command: ServerCommand) {
    this.#command = command
  }

  /** Starts the server and waits until it answers; does nothing if it runs. */
  async start(): Promise<void> {
    if (this.#running?.hasEnded === false) return
    this.#running = spawnServer(this.#command)
    try {
      await this.#answers(this.#running)
    } catch (error) {
      await this.stop()
      throw error
    }
  }

  async stop(): Promise<void> {
    const running = this.#running
    if (running === undefined || running.hasEnded) return
    running.child.stdin?.end()
    const killing = globalThis.setTimeout(() => running.child.kill('SIGKILL'), STOP_TIMEOUT)
    await running.ended
    clearTimeout(killing)
  }

  /** Ends the server as a power cut does, in the middle of what it does. */
  async kill(): Promise<void> {
    this.#running?.child.kill('SIGKILL')
    await this.#running?.ended
  }

  /** Sets the server's clock ahead, while it runs and until it ends. */
  async setClockAhead(milliseconds: number): Promise<void> {
    this.#running?.child.stdin?.write(`${milliseconds / 1000}\n`)
    const isThere = async () => {
      const { headers } = await fetch(this.#command.readyUrl)
      const lag = Date.now() + milliseconds - Date.parse(headers.get('Date') ?? '')
      return Math.abs(lag) < CLOCK_TOLERANCE
    }
    while (!(await isThere())) await setTimeout(POLL_INTERVAL)
  }

  async #answers(running: Running): Promise<void> {
    const { server, logPath, readyUrl } = this.#command
    const deadline = Date.now() + START_TIMEOUT
    while (!(await isUp(readyUrl))) {
      if (running.hasEnded) throw new Error(`${server} ended instead of starting.\n${tailOf(logPath)}`)
      if (Date.now() > deadline) throw new Error(`${server} does not answer.\n${tailOf(logPath)}`)
      await setTimeout(POLL_INTERVAL)
    }
  }
}

function spawnServer({ server, config, logPath, env }: ServerCommand): Running {
  const log = openSync(logPath, 'a')
  const child = spawn(python, [launcher, server, config], {
    stdio: ['pipe', log, log],
    env: { ...process.env, ...env, PYTHONUNBUFFERED: '1' },
  })
  closeSync(log)
  // Writing to a process that is gone is no fault of the process that stops it.
  child.stdin?.on('error', () => undefined)
  const running: Running = { child, hasEnded: false, ended: Promise.resolve() }
  running.ended = new Promise((resolve) => {
    const end = () => {
      running.hasEnded = true
      resolve()
    }
    child.once('exit', end)
    child.once('error', end)
  })
  return running
}

async function isUp(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  )
}

/** The last lines of a log, under its path. */
export function tailOf(logPath: string, lines = 40): string {
  return [logPath, ...readFileSync(logPath, 'utf8').trimEnd().split('\n').slice(-lines)].join('\n')
}
