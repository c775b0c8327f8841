import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
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
 * The package carries a build for 64-bit Linux. It unpacks the libraries that a
 * bare system lacks only where it believes to be on AWS Lambda, so a child
 * process of its own is told so, and nothing else is.
 */
function packagedChromium(env: Record<string, string>): ChromiumLaunch {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'The tests run in a real Chromium and none was found. Install Google Chrome or Chromium, run ' +
        '"npx playwright install chromium", or set CHROME_PATH to the program.',
    )
  }
  const script =
    "const { default: chromium } = await import('@sparticuz/chromium');" +
    'console.log(JSON.stringify([await chromium.executablePath(), process.env.LD_LIBRARY_PATH]))'
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
    env: { ...env, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
  })
  const [executablePath, libraries] = JSON.parse(output) as [string, string]
  return { executablePath, args: [...ARGS, '--no-zygote'], env: { ...env, LD_LIBRARY_PATH: libraries } }
}

function onPath(names: string[]): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return existsSync(path)
  } catch {
    return false
  }
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
