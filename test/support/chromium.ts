import { execFileSync } from 'node:child_process'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'

/** What Playwright's `launch` needs to start a browser on this machine. */
export interface ChromiumLaunch {
  executablePath: string
  args: string[]
  env: Record<string, string>
}

const SYSTEM_NAMES = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser']
const SYSTEM_PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/** What keeps a test browser quiet: no sandbox for root in a container, no calls home. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]

/**
 * Finds a Chromium: the one that `CHROME_PATH` names, else the system's, else
 * Playwright's own, else the one inside the `@sparticuz/chromium` package.
 */
export function findChromium(): ChromiumLaunch {
  const env = definedEnvironment()
  const named = process.env['CHROME_PATH']
  if (named !== undefined && named !== '') {
    if (!isExecutable(named)) {
      throw new Error(
        `CHROME_PATH is ${named}, which is no program that can be started. Correct it, or unset it.`,
      )
    }
    return { executablePath: named, args: ARGS, env }
  }
  const installed = [...onPath(SYSTEM_NAMES), ...SYSTEM_PATHS, chromium.executablePath()].find(isExecutable)
  return installed === undefined ? packagedChromium(env) : { executablePath: installed, args: ARGS, env }
}

/**
 * What `findChromium` finds, looked for when a browser is about to start, so that the tests which need
 * none run where there is none.
 */
export const chromiumLaunch: ChromiumLaunch = {
  get executablePath() {
    return found().executablePath
  },
  get args() {
    return found().args
  },
  get env() {
    return found().env
  },
}

let launch: ChromiumLaunch | undefined
const found = () => (launch ??= findChromium())

/** The package carries a build for 64-bit Linux, and the libraries and fonts that a bare system lacks. */
function packagedChromium(env: Record<string, string>): ChromiumLaunch {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'The tests run in a real Chromium and none was found. Install Google Chrome or Chromium, run ' +
        '"npx playwright install chromium", or set CHROME_PATH to the program.',
    )
  }
  const folder = fileURLToPath(new URL('../../node_modules/.cache/chromium', import.meta.url))
  if (!existsSync(folder)) unpackChromium(folder, env)
  return {
    executablePath: join(folder, 'chromium'),
    args: [...ARGS, '--no-zygote'],
    env: {
      ...env,
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
      ...(!existsSync('/etc/fonts/fonts.conf') && { FONTCONFIG_PATH: join(folder, 'fonts') }),
    },
  }
}

/**
 * The package unpacks into the folder for temporary files, takes whatever lies there for whole, and leaves
 * out the libraries unless it believes to be on AWS Lambda. So a process of its own is told so, with a folder
 * of its own that gets its name when all is there.
 */
function unpackChromium(folder: string, env: Record<string, string>): void {
  mkdirSync(dirname(folder), { recursive: true })
  const unpacked = mkdtempSync(`${folder}-`)
  try {
    const script =
      "const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath()"
    execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      env: { ...env, TMPDIR: unpacked, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    })
    // Its own fonts.conf looks in places of that system only.
    writeFileSync(
      join(unpacked, 'fonts/fonts.conf'),
      '<fontconfig><dir prefix="relative">.</dir><cachedir prefix="relative">cache</cachedir></fontconfig>',
    )
    renameSync(unpacked, folder)
  } catch (error) {
    rmSync(unpacked, { recursive: true, force: true })
    // Another process may have been first; its folder serves as well.
    if (!existsSync(folder)) throw error
  }
}

/** Where programs of these names may be, by the system's own rules. */
export function onPath(names: string[]): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
