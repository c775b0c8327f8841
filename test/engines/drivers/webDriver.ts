/** A session of the W3C's WebDriver protocol. */
export interface WebDriverSession {
  capabilities: Record<string, unknown>
  /** Sends a command of the session. `/url` */
  send: (command: string, body?: object, method?: 'GET' | 'POST') => Promise<unknown>
  /** Runs an expression in the page and waits for its value. */
  run: (expression: string) => Promise<unknown>
  /** Ends the session, and the browser with it. */
  end: () => Promise<void>
}

/** Begins a session at a driver that listens there. */
export async function beginSession(driver: string, capabilities: object): Promise<WebDriverSession> {
  const call = async (path: string, body?: object, method = 'POST') => {
    const response = await fetch(driver + path, {
      method,
      ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
    })
    const { value } = (await response.json()) as { value: unknown }
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(value)}`)
    return value
  }
  const begun = (await call('/session', { capabilities: { alwaysMatch: capabilities } })) as {
    sessionId: string
    capabilities: Record<string, unknown>
  }
  const path = `/session/${begun.sessionId}`
  const send: WebDriverSession['send'] = (command, body, method) => call(path + command, body, method)
  return {
    capabilities: begun.capabilities,
    send,
    async run(expression) {
      const script = `const done = arguments[0]; Promise.resolve(${expression}).then(
        (value) => done({ value }), (error) => done({ error: String(error) }))`
      const { value, error } = (await send('/execute/async', { script, args: [] })) as {
        value?: unknown
        error?: string
      }
      if (error !== undefined) throw new Error(error)
      return value
    },
    async end() {
      await call(path, undefined, 'DELETE')
    },
  }
}

/** The characters that stand for keys which write none. */
const KEYS: Record<string, string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Meta: '\uE03D',
  Space: ' ',
}

/** Presses keys of these names at once. */
export function pressAtOnce(names: string[]): object {
  const values = names.map((name) => KEYS[name] ?? name)
  return keyActions([
    ...values.map((value) => ({ type: 'keyDown', value })),
    ...[...values].reverse().map((value) => ({ type: 'keyUp', value })),
  ])
}

/** Types a text, key after key. */
export function typeText(text: string): object {
  return keyActions(
    Array.from(text).flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]),
  )
}

/** Clicks at a point of the window. */
export function clickAt(x: number, y: number): object {
  const actions = [
    { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ]
  return { actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }] }
}

function keyActions(actions: object[]): object {
  return { actions: [{ type: 'key', id: 'keyboard', actions }] }
}
