import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { BrowserName } from './programs.js'
import { Speech, until } from './Speech.js'

const PREFERENCES = {
  'browser.shell.checkDefaultBrowser': false,
  'browser.aboutwelcome.enabled': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'datareporting.policy.dataSubmissionPolicyBypassNotification': true,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
  'app.update.enabled': false,
  'app.normandy.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'browser.tabs.warnOnClose': false,
  'browser.sessionstore.resume_from_crash': false,
  'accessibility.force_disabled': -1,
  'signon.rememberSignons': false,
  'browser.translations.automaticallyPopup': false,
  'sidebar.revamp': false,
  'termsofuse.acceptedVersion': 999,
  'termsofuse.acceptedDate': '1758000000000',
  'browser.preonboarding.enabled': false,
}

/** A desktop that nobody sees, with a browser on it and a screen reader that writes down what it says. */
export class Desktop {
  readonly speech: Speech
  readonly #home = mkdtempSync(join(tmpdir(), 'screenreader-'))
  readonly #env: NodeJS.ProcessEnv
  readonly #output: number
  readonly #processes: ChildProcess[] = []

  static async start(browser: BrowserName, url: string): Promise<Desktop> {
    const desktop = new Desktop()
    try {
      await desktop.#start(browser, url)
      return desktop
    } catch (error) {
      await desktop.stop()
      throw error
    }
  }

  private constructor() {
    const log = join(this.#home, 'speech.log')
    writeFileSync(log, '')
    this.speech = new Speech(log)
    this.#output = openSync(join(this.#home, 'output.log'), 'a')
    this.#env = {
      ...process.env,
      HOME: this.#home,
      XDG_RUNTIME_DIR: this.#home,
      LANG: 'C.UTF-8',
      LC_ALL: 'C.UTF-8',
      GNOME_ACCESSIBILITY: '1',
      ACCESSIBILITY_ENABLED: '1',
      SPEECH_LOG: log,
      DBUS_SESSION_BUS_ADDRESS: undefined,
    }
    process.once('exit', () => this.#kill())
    process.once('SIGTERM', () => process.exit(1))
  }

  async #start(browser: BrowserName, url: string): Promise<void> {
    const orca = join(this.#home, '.local/share/orca')
    mkdirSync(orca, { recursive: true })
    copyFileSync(fileURLToPath(new URL('speech.py', import.meta.url)), join(orca, 'orca-customizations.py'))
    this.#env['DISPLAY'] = await this.#ask(
      'Xvfb',
      '-displayfd',
      '1',
      '-screen',
      '0',
      '1280x1000x24',
      '-nolisten',
      'tcp',
    ).then((display) => `:${display}`)
    this.#env['DBUS_SESSION_BUS_ADDRESS'] = await this.#ask(
      'dbus-daemon',
      '--session',
      '--print-address=1',
      '--nofork',
    )
    this.#run('openbox')
    this.#run('/usr/libexec/at-spi-bus-launcher', '--launch-immediately')
    for (const property of ['ScreenReaderEnabled', 'IsEnabled']) await this.#enable(property)
    // Orca does not start beside another one of the same user.
    await until(() => !isOrcaRunning(), 'the other Orca on this machine to end', 60_000)
    this.#run('orca')
    await until(
      () => this.speech.since(0).some((said) => said.includes('Screen reader on')),
      'Orca to say that it is on',
      60_000,
    )
    if (browser === 'firefox') {
      const profile = join(this.#home, 'profile')
      mkdirSync(profile)
      writeFileSync(
        join(profile, 'user.js'),
        Object.entries(PREFERENCES)
          .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
          .join(''),
      )
      this.#run('firefox-esr', '--no-remote', '--profile', profile, url)
    } else {
      this.#run(
        'chromium',
        '--no-sandbox',
        '--force-renderer-accessibility=complete',
        `--user-data-dir=${join(this.#home, 'profile')}`,
        '--no-first-run',
        '--disable-gpu',
        '--password-store=basic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        url,
      )
    }
  }

  /** Presses keys as they are named by X: `Tab`, `shift+Tab`. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.#xdotool('key', key)
      await setTimeout(150)
      await this.speech.calm(300, 3000)
    }
  }

  async type(text: string): Promise<void> {
    for (const character of text) {
      this.#xdotool('type', character)
      await setTimeout(60)
    }
  }

  async stop(): Promise<void> {
    const running = this.#processes.filter(
      ({ exitCode, signalCode }) => exitCode === null && signalCode === null,
    )
    const ended = running.map((child) => once(child, 'exit'))
    this.#kill()
    await Promise.all(ended)
    rmSync(this.#home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }

  /** Each program with those that it has started itself. */
  #kill(): void {
    for (const { pid } of this.#processes.splice(0).reverse()) {
      try {
        if (pid !== undefined) process.kill(-pid, 'SIGKILL')
      } catch {
        // It has ended by itself.
      }
    }
  }

  #xdotool(...args: string[]): void {
    execFileSync('xdotool', args, { env: this.#env })
  }

  async #enable(property: string): Promise<void> {
    const set = () => {
      try {
        execFileSync(
          'gdbus',
          [
            'call',
            '--session',
            '--dest',
            'org.a11y.Bus',
            '--object-path',
            '/org/a11y/bus',
            '--method',
            'org.freedesktop.DBus.Properties.Set',
            'org.a11y.Status',
            property,
            '<true>',
          ],
          { env: this.#env, stdio: 'ignore' },
        )
        return true
      } catch {
        return false
      }
    }
    await until(set, 'the accessibility bus')
  }

  #run(command: string, ...args: string[]): void {
    this.#processes.push(
      spawn(command, args, {
        env: this.#env,
        stdio: ['ignore', this.#output, this.#output],
        detached: true,
      }),
    )
  }

  /** Starts a program that prints where it is to be found. */
  async #ask(command: string, ...args: string[]): Promise<string> {
    const child = spawn(command, args, {
      env: this.#env,
      stdio: ['ignore', 'pipe', this.#output],
      detached: true,
    })
    this.#processes.push(child)
    let said = ''
    child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()))
    await until(() => said.includes('\n'), `${command} to start`)
    return said.trim()
  }
}

function isOrcaRunning(): boolean {
  return spawnSync('pgrep', ['-u', String(process.getuid?.()), '-x', 'orca']).status === 0
}
