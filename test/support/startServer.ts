import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** A server that runs. */
export interface RunningServer {
  /** Ends with a slash. */
  url: string
  stop: () => Promise<void>
}

/** Runs a program of Node that serves a site, and waits until it prints where. */
export async function startServer(
  args: string[],
  { cwd, env }: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<RunningServer> {
  const server = spawn(process.execPath, args, { cwd, env })
  const url = await new Promise<string>((resolve, reject) => {
    let printed = ''
    const listen = (data: Buffer) => {
      printed += data.toString()
      const [found] = /http:\/\/(127\.0\.0\.1|localhost):\d+/.exec(printed) ?? []
      if (found !== undefined) resolve(`${found}/`)
    }
    server.stdout.on('data', listen)
    server.stderr.on('data', listen)
    server.once('exit', () => reject(new Error(`The server ended.\n${printed}`)))
  })
  return {
    url,
    stop: async () => {
      server.kill()
      await once(server, 'exit')
    },
  }
}
