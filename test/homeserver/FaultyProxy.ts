import {
  createServer,
  request as send,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * What a proxy does to the requests for which it is set:
 *
 * - `drop-request`: closes the connection, and passes nothing on
 * - `drop-answer`: passes the request on, and closes the connection in place of the answer
 * - `drop-success`: the same, where the answer is a success
 * - `bad-gateway`: 502 with a web page
 * - `portal`: the page of a Wi-Fi that wants to be signed in to
 * - `redirect`: leads to that page instead
 * - `no-cors`: passes the answer on without its CORS headers
 */
export type ProxyFault =
  'drop-request' | 'drop-answer' | 'drop-success' | 'bad-gateway' | 'portal' | 'redirect' | 'no-cors'

const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
  'Access-Control-Allow-Headers': 'Authorization, Content-Type',
}
const PAGES = {
  'bad-gateway': { status: 502, text: '<html><h1>502 Bad Gateway</h1></html>', headers: {} },
  portal: { status: 200, text: '<html>Welcome to the hotel</html>', headers: {} },
  redirect: { status: 302, text: '', headers: { Location: 'http://127.0.0.1:1/welcome' } },
} satisfies Partial<Record<ProxyFault, { status: number; text: string; headers: object }>>

/** A reverse proxy before a homeserver, which stands below a path there. */
export class FaultyProxy {
  /** Where the homeserver is. Set before anything is asked of it. */
  target = ''
  /** The bodies of the requests that arrived at the path of the fault, oldest first; preflights are not counted. */
  readonly arrived: unknown[] = []
  readonly #server: Server
  #fault: { fault: ProxyFault; path: string } | undefined

  static async open(): Promise<FaultyProxy> {
    const proxy = new FaultyProxy()
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve))
    return proxy
  }

  private constructor() {
    this.#server = createServer((request, response) => void this.#handle(request, response))
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}${PREFIX}`
  }

  /** Does this to every request whose path ends so, until `mend`. */
  break(fault: ProxyFault, path: string): void {
    this.#fault = { fault, path }
    this.arrived.length = 0
  }

  mend(): void {
    this.#fault = undefined
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '' } = request
    const body = await readBody(request)
    const fault = this.#fault !== undefined && url.endsWith(this.#fault.path) ? this.#fault.fault : undefined
    if (fault !== undefined && method !== 'OPTIONS') this.arrived.push(JSON.parse(body))

    if (method === 'OPTIONS' || !url.startsWith(PREFIX)) {
      response.writeHead(method === 'OPTIONS' ? 204 : 404, CORS).end()
    } else if (fault === 'drop-request') {
      request.socket.destroy()
    } else if (fault !== undefined && fault in PAGES) {
      const { status, text, headers } = PAGES[fault as keyof typeof PAGES]
      response.writeHead(status, { ...CORS, 'Content-Type': 'text/html', ...headers }).end(text)
    } else {
      const answer = await this.#pass(request, url.slice(PREFIX.length), body)
      const isDropped = fault === 'drop-answer' || (fault === 'drop-success' && answer.status === 200)
      if (isDropped) request.socket.destroy()
      else response.writeHead(answer.status, passedOn(answer.headers, fault === 'no-cors')).end(answer.text)
    }
  }

  async #pass({ method, headers }: IncomingMessage, path: string, body: string) {
    const target = new URL(this.target)
    const passed = await new Promise<IncomingMessage>((resolve, reject) => {
      const options = { method, path, headers: { ...headers, host: target.host }, agent: false } as const
      send(target, options, resolve).on('error', reject).end(body)
    })
    return { status: passed.statusCode ?? 502, headers: passed.headers, text: await readBody(passed) }
  }
}

/** The path below which the homeserver stands. */
const PREFIX = '/behind/a/proxy'

/** Headers that are about one connection alone, and are made anew for the next. */
const HOP_BY_HOP = ['connection', 'keep-alive', 'transfer-encoding']

function passedOn(headers: IncomingMessage['headers'], isStripped: boolean) {
  const isKept = (name: string) =>
    !HOP_BY_HOP.includes(name) && !(isStripped && name.startsWith('access-control-'))
  return Object.fromEntries(Object.entries(headers).filter(([name]) => isKept(name)))
}

async function readBody(message: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of message.setEncoding('utf8')) body += chunk as string
  return body
}
