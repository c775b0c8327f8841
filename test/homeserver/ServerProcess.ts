import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const START_TIMEOUT = 90_000
const POLL_INTERVAL = 100
const STOP_TIMEOUT = 10_000

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

/** One of the Python servers. It ends when the pipe to it closes, so also with a process that was killed. */
export class ServerProcess {
  readonly #command: ServerCommand
  readonly #child: ChildProcess
  readonly #ended: Promise<void>
  #hasEnded = false

  /** Starts the server and waits until it answers. */
  static async start(command: ServerCommand): Promise<ServerProcess> {
    const started = new ServerProcess(command)
    try {
      await started.#answers()
      return started
    } catch (error) {
      await started.stop()
      throw error
    }
  }

  private constructor(command: ServerCommand) {
    this.#command = command
    const log = openSync(command.logPath, 'a')
    this.#child = spawn(python, [launcher, command.server, command.config], {
      stdio: ['pipe', log, log],
      env: { ...process.env, ...command.env, PYTHONUNBUFFERED: '1' },
    })
    closeSync(log)
    // Writing to a process that is gone is no fault of the process that stops it.
    this.#child.stdin?.on('error', () => undefined)
    this.#ended = new Promise((resolve) => {
      const end = () => {
        this.#hasEnded = true
        resolve()
      }
      this.#child.once('exit', end)
      this.#child.once('error', end)
    })
  }

  async stop(): Promise<void> {
    if (this.#hasEnded) return
    this.#child.stdin?.end()
    const killing = globalThis.setTimeout(() => this.#child.kill('SIGKILL'), STOP_TIMEOUT)
    await this.#ended
    clearTimeout(killing)
  }

  async #answers(): Promise<void> {
    const { server, logPath, readyUrl } = this.#command
    const deadline = Date.now() + START_TIMEOUT
    while (!(await isUp(readyUrl))) {
      if (this.#hasEnded) throw new Error(`${server} ended instead of starting.\n${tailOf(logPath)}`)
      if (Date.now() > deadline) throw new Error(`${server} does not answer.\n${tailOf(logPath)}`)
      await setTimeout(POLL_INTERVAL)
    }
  }
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

/** A port of the loopback interface that nothing listens on. */
export async function findFreePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
