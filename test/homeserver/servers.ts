import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { configureSydent, configureSynapse, type SynapseOptions } from './configs.js'
import { findFreePort } from '../support/findFreePort.js'
import { ServerProcess, tailOf } from './ServerProcess.js'
import { SmsSink, type Sms } from './SmsSink.js'

/** How many runs keep their logs. */
const KEPT_RUNS = 5

const runs = fileURLToPath(new URL('../../.cache/homeserver/runs/', import.meta.url))

/** A Synapse to start. */
export interface HomeserverPlan {
  options: SynapseOptions
  /** Whether it is the Synapse with a patch, which resets passwords by phone. */
  resetsByPhone?: boolean
}

/** The base URLs of the homeservers by their names, and what stands behind them. */
export interface Servers<Name extends string> {
  urls: Record<Name, string>
  /** The homeservers themselves, to stop them and to move their clocks. */
  homeservers: Record<Name, ServerProcess>
  sms: SmsSink
  /** Sydent, which sends the SMS of every homeserver. */
  delegate: ServerProcess
  /** The last lines of every log. */
  logTails: () => string
  stop: () => Promise<void>
}

/** Starts a Sydent with a Synapse for each name, all on loopback, with files and logs of their own. */
export async function startServers<Name extends string>(
  plans: Record<Name, HomeserverPlan>,
  { onSms }: { onSms?: (sms: Sms) => void } = {},
): Promise<Servers<Name>> {
  const folder = makeRunFolder()
  const sms = await SmsSink.open(onSms)
  const logPathOf = (name: string) => join(folder, `${name}.log`)

  const delegatePort = await findFreePort()
  const delegateUrl = `http://127.0.0.1:${delegatePort}`
  const delegate = new ServerProcess({
    server: 'sydent',
    config: configureSydent({ folder: join(folder, 'sydent'), port: delegatePort }),
    logPath: logPathOf('sydent'),
    readyUrl: `${delegateUrl}/_matrix/identity/api/v1`,
    env: { SMS_GATEWAY: sms.url },
  })

  const homeservers = {} as Record<Name, ServerProcess>
  const urls = {} as Record<Name, string>
  for (const [name, { options, resetsByPhone = false }] of entriesOf(plans)) {
    const port = await findFreePort()
    urls[name] = `http://127.0.0.1:${port}`
    homeservers[name] = new ServerProcess({
      server: 'synapse',
      config: configureSynapse({ folder: join(folder, name), port }, delegateUrl, options),
      logPath: logPathOf(name),
      readyUrl: `${urls[name]}/_matrix/client/versions`,
      env: resetsByPhone ? { RESET_BY_PHONE: '1' } : {},
    })
  }

  const all = [delegate, ...Object.values<ServerProcess>(homeservers)]
  const stop = async () => {
    await Promise.all(all.map((one) => one.stop()))
    await sms.close()
  }
  const started = await Promise.allSettled(all.map((one) => one.start()))
  // One that failed must not leave the others behind.
  const failed = started.find((outcome) => outcome.status === 'rejected')
  if (failed !== undefined) {
    await stop()
    throw failed.reason
  }
  const logTails = () => ['sydent', ...Object.keys(plans)].map((name) => tailOf(logPathOf(name))).join('\n\n')
  return { urls, homeservers, sms, delegate, logTails, stop }
}

function entriesOf<Name extends string, Value>(record: Record<Name, Value>): [Name, Value][] {
  return Object.entries(record) as [Name, Value][]
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
