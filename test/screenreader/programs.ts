import { existsSync } from 'node:fs'
import { onPath } from '../support/chromium.js'

/** The browsers that are listened to. */
export const BROWSER_NAMES = ['firefox', 'chromium'] as const
export type BrowserName = (typeof BROWSER_NAMES)[number]

/** What each program is called, and the package of Debian's that it is in. */
const PROGRAMS = {
  orca: ['orca', 'orca'],
  xvfb: ['Xvfb', 'xvfb'],
  dbus: ['dbus-daemon', 'dbus'],
  bus: ['/usr/libexec/at-spi-bus-launcher', 'at-spi2-core'],
  gdbus: ['gdbus', 'libglib2.0-bin'],
  windows: ['openbox', 'openbox'],
  keys: ['xdotool', 'xdotool'],
  firefox: ['firefox-esr', 'firefox-esr'],
  chromium: ['chromium', 'chromium'],
} as const

/** Where a program is. */
export function pathOf(program: keyof typeof PROGRAMS): string | undefined {
  const [name] = PROGRAMS[program]
  return (name.startsWith('/') ? [name] : onPath([name])).find((path) => existsSync(path))
}

/** The packages of those that are not here. */
export function missingPackages(): string[] {
  const programs = Object.keys(PROGRAMS) as (keyof typeof PROGRAMS)[]
  return programs.filter((program) => pathOf(program) === undefined).map((program) => PROGRAMS[program][1])
}
