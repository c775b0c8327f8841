import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'

/** A folder on loopback. */
export interface Served {
  /** Ends with a slash. */
  url: string
  close: () => Promise<void>
}

/** Options of {@link serve}. */
export interface ServeOptions {
  /** Sent with every file. */
  headers?: Record<string, string>
  /** Answers what is no file; `null` leaves a request to the folder. */
  answer?: (request: Request) => Promise<Response | null>
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.png': 'image/png',
}

/** Serves files as a host does: compressed. */
export async function serve(folder: string, options: ServeOptions = {}): Promise<Served> {
  const sendFile = fileSender(folder, options.headers ?? {})
  const server = createServer((request, response) => {
    void isAnswered(options.answer, request, response).then((isDone) => {
      if (!isDone) sendFile(request, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function fileSender(folder: string, headers: Record<string, string>) {
  const bodies = new Map<string, Buffer>()
  return ({ url = '/' }: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(url, 'http://localhost')
    const path = join(folder, normalize(pathname), pathname.endsWith('/') ? 'index.html' : '')
    if (!existsSync(path) || !statSync(path).isFile()) {
      response.writeHead(404).end()
      return
    }
    const body = bodies.get(path) ?? gzipSync(readFileSync(path))
    bodies.set(path, body)
    const type = TYPES[extname(path)] ?? 'application/octet-stream'
    response.writeHead(200, { 'Content-Type': type, 'Content-Encoding': 'gzip', ...headers }).end(body)
  }
}

/** Says whether the request was answered. A connection that fails is cut, as a network does. */
async function isAnswered(
  answer: ServeOptions['answer'],
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  if (answer === undefined) return false
  try {
    const answered = await answer(await toRequest(incoming))
    if (answered === null) return false
    response.writeHead(answered.status, Object.fromEntries(answered.headers)).end(await answered.text())
  } catch {
    response.destroy()
  }
  return true
}

async function toRequest(incoming: IncomingMessage): Promise<Request> {
  const { method = 'GET', url = '/', headers } = incoming
  const chunks: Uint8Array[] = []
  for await (const chunk of incoming) chunks.push(chunk as Uint8Array)
  return new Request(new URL(url, `http://${headers.host ?? 'localhost'}`), {
    method,
    headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
    ...(method === 'POST' && { body: Buffer.concat(chunks).toString() }),
  })
}
