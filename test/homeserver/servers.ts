import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { configureSydent, configureSynapse, type SynapseOptions } from './configs.js'
import { findFreePort, ServerProcess, tailOf } from './ServerProcess.js'
import { SmsSink, type Sms } from './SmsSink.js'

/** How many runs keep their logs. */
const KEPT_RUNS = 5

const runs = fileURLToPath(new URL('../../.cache/homeserver/runs/', import.meta.url))

/** The base URLs of the homeservers by their names, and what stands behind them. */
export interface Servers<Name extends string> {
  urls: Record<Name, string>
  sms: SmsSink
  /** Sydent, which sends the SMS of every homeserver. */
  delegate: { start: () => Promise<void>; stop: () => Promise<void> }
  /** The last lines of every log. */
  logTails: () => string
  stop: () => Promise<void>
}

/** Starts a Sydent with a Synapse for each name, all on loopback, with files and logs of their own. */
export async function startServers<Name extends string>(
  homeservers: Record<Name, SynapseOptions>,
  { onSms }: { onSms?: (sms: Sms) => void } = {},
): Promise<Servers<Name>> {
  const folder = makeRunFolder()
  const logs: string[] = []
  const running = new Set<ServerProcess>()
  const sms = await SmsSink.open(onSms)

  const start = async (server: 'sydent' | 'synapse', name: string, config: string, url: string) => {
    const logPath = join(folder, `${name}.log`)
    if (!logs.includes(logPath)) logs.push(logPath)
    const started = await ServerProcess.start({
      server,
      config,
      logPath,
      readyUrl: `${url}/_matrix/${server === 'sydent' ? 'identity/api/v1' : 'client/versions'}`,
      env: { SMS_GATEWAY: sms.url },
    })
    running.add(started)
    return started
  }
  const stop = async () => {
    await Promise.all([...running].map((one) => one.stop()))
    await sms.close()
  }

  const delegatePort = await findFreePort()
  const delegateUrl = `http://127.0.0.1:${delegatePort}`
  const delegateConfig = configureSydent({ folder: join(folder, 'sydent'), port: delegatePort })
  const startDelegate = () => start('sydent', 'sydent', delegateConfig, delegateUrl)
  let delegate: ServerProcess

  const startHomeserver = async (name: string, options: SynapseOptions) => {
    const port = await findFreePort()
    const config = configureSynapse({ folder: join(folder, name), port }, delegateUrl, options)
    const url = `http://127.0.0.1:${port}`
    await start('synapse', name, config, url)
    return [name, url] as const
  }

  const starting = [
    startDelegate().then((started) => void (delegate = started)),
    ...Object.entries<SynapseOptions>(homeservers).map(([name, options]) => startHomeserver(name, options)),
  ]
  const started = await Promise.allSettled(starting)
  // One that failed must not leave the others behind.
  const failed = started.find((outcome) => outcome.status === 'rejected')
  if (failed !== undefined) {
    await stop()
    throw failed.reason
  }
  const urls = Object.fromEntries(
    started.flatMap((outcome) => (outcome.status === 'fulfilled' && outcome.value ? [outcome.value] : [])),
  )

  return {
    urls: urls as Record<Name, string>,
    sms,
    delegate: {
      start: async () => void (delegate = await startDelegate()),
      stop: () => delegate.stop(),
    },
    logTails: () => logs.map((path) => tailOf(path)).join('\n\n'),
    stop,
  }
}

/** Makes a folder for the files of this run, and removes those of runs long ago. */
function makeRunFolder(): string {
  mkdirSync(runs, { recursive: true })
  const old = readdirSync(runs)
    .map((name) => join(runs, name))
    .sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs)
  for (const path of old.slice(KEPT_RUNS - 1)) rmSync(path, { recursive: true, force: true })
  return mkdtempSync(join(runs, 'run-'))
}
