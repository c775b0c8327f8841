import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startServer, type RunningServer } from '../support/startServer.js'

const program = createRequire(import.meta.url).resolve('next/dist/bin/next')
const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' as const }

/** Builds the app in a folder of a consumer. Answers what Next says of it. */
export function buildNextApp(folder: string): string {
  cpSync(fileURLToPath(new URL('next', import.meta.url)), folder, { recursive: true })
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(join(program, '../../..'), join(folder, 'node_modules/next'), 'junction')
  const build = spawnSync(process.execPath, [program, 'build'], { cwd: folder, env, encoding: 'utf8' })
  if (build.status !== 0) throw new Error(build.stdout + build.stderr)
  return build.stderr
}

/** Serves the built app on loopback, at whatever port is free. */
export function serveNextApp(folder: string): Promise<RunningServer> {
  return startServer([program, 'start', '--hostname', '127.0.0.1', '--port', '0'], { cwd: folder, env })
}
