import { writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { findFreePort } from '../../support/findFreePort.js'
import type { EngineBrowser, Look } from '../Engine.js'
import { startProgram } from './programs.js'
import { beginSession, clickAt, pressAtOnce, typeText, type WebDriverSession } from './webDriver.js'

/** The programs that it takes. */
export interface WebKitPrograms {
  /** WebKitWebDriver, which starts the small browser that comes with it. */
  driver: string
  /** A display that nobody sees. */
  xvfb: string
  /** Gives the browser a message bus of its own. */
  dbusRunSession: string
}

/**
 * Without a window manager, X gives the keyboard to the window below the pointer, which rests in the middle of
 * the screen: the screen is so small that the middle is always in the window.
 */
const SCREEN = '640x640x24'

/** How often a window is asked for a size: it counts its frame and its bar in, and is slow. */
const TRIES = 5

/** Drives WebKitGTK as it is installed, over WebDriver and on a display of its own. */
export async function openWebKit(
  { driver, xvfb, dbusRunSession }: WebKitPrograms,
  look: Look = {},
): Promise<EngineBrowser> {
  const screen = await startProgram(
    [xvfb, '-displayfd', '1', '-screen', '0', SCREEN, '-nolisten', 'tcp'],
    (written) => written.endsWith('\n'),
  )
  const url = `http://127.0.0.1:${await findFreePort()}`
  const service = await startProgram(
    [dbusRunSession, '--', driver, `--port=${new URL(url).port}`],
    () =>
      fetch(`${url}/status`).then(
        ({ ok }) => ok,
        () => false,
      ),
    {
      DISPLAY: `:${screen.written().trim()}`,
      GDK_BACKEND: 'x11',
      GTK_THEME: look.colorScheme === 'dark' ? 'Adwaita:dark' : 'Adwaita',
      // Where there is no graphics card and, in a container, no user namespace.
      LIBGL_ALWAYS_SOFTWARE: '1',
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      NO_AT_BRIDGE: '1',
    },
  )
  const session = await beginSession(url, {})
  const { send, run, end, capabilities } = session
  const act = async (actions: object) => {
    await send('/actions', actions)
  }
  return {
    version: `WebKitGTK ${String(capabilities['browserVersion'])}`,
    keepsPages: true,
    async open(address) {
      await send('/url', { url: address })
    },
    evaluate: run,
    press: (keys) => act(pressAtOnce(keys.split('+'))),
    type: (text) => act(typeText(text)),
    click: (x, y) => act(clickAt(x, y)),
    resize: (width, height) => resizeWindow(session, width, height),
    async screenshot(path) {
      writeFileSync(path, Buffer.from((await send('/screenshot', undefined, 'GET')) as string, 'base64'))
    },
    async close() {
      // A browser that is gone already cannot be told to go.
      await end().catch(() => undefined)
      await service.stop()
      await screen.stop()
    },
  }
}

/** The window's own bar keeps it at 447 pixels or more. */
async function resizeWindow({ send, run }: WebDriverSession, width: number, height: number): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const [pageWidth, pageHeight] = (await run('[innerWidth, innerHeight]')) as [number, number]
    if (pageWidth === width && pageHeight === height) return
    const window = (await send('/window/rect', undefined, 'GET')) as { width: number; height: number }
    await send('/window/rect', {
      width: window.width + width - pageWidth,
      height: window.height + height - pageHeight,
    })
    await wait(200)
  }
}
