import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { SimulatedHomeserver } from '../../src/testing/index.js'

/** The page and its homeserver on one origin of the loopback interface. */
export interface PolicyServer {
  origin: string
  homeserver: SimulatedHomeserver
  /** The headers of every call of the homeserver's API, as they came over the wire. */
  calls: IncomingHttpHeaders[]
  close: () => Promise<void>
}

/** Nothing inline, no eval, nothing from elsewhere: not even a picture. No text becomes markup or a script. */
const POLICY = "default-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'"

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
}

const PAGE = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>Phone verification</title></head>
  <body><main id="app"></main><script type="module" src="./policyPage.js"></script></body>
</html>
`

/** Bundles the page with the package that is installed in the folder, and serves it under the policy. */
export async function servePolicyPage(folder: string): Promise<PolicyServer> {
  copyFileSync(fileURLToPath(new URL('policyPage.js', import.meta.url)), join(folder, 'policyPage.js'))
  writeFileSync(join(folder, 'index.html'), PAGE)
  const outDir = join(folder, 'policy')
  await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { outDir, emptyOutDir: true },
  })

  const calls: IncomingHttpHeaders[] = []
  const served: { homeserver?: SimulatedHomeserver } = {}
  const server = createServer((request, response) => {
    const { homeserver } = served
    if (homeserver !== undefined && request.url?.startsWith('/_matrix/') === true) {
      calls.push(request.headers)
      void answer(homeserver, request, response)
    } else serveFile(outDir, request.url ?? '/', response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const homeserver = new SimulatedHomeserver({ baseUrl: origin })
  served.homeserver = homeserver
  return {
    origin,
    homeserver,
    calls,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(homeserver: SimulatedHomeserver, request: IncomingMessage, response: ServerResponse) {
  const chunks: Uint8Array[] = []
  for await (const chunk of request) chunks.push(chunk as Uint8Array)
  const { status, headers, body } = await respond(homeserver, request, Buffer.concat(chunks))
  response.writeHead(status, headers).end(body)
}

async function respond(homeserver: SimulatedHomeserver, request: IncomingMessage, body: Buffer) {
  const { method = 'GET', url = '/', headers } = request
  const asked = new Request(homeserver.baseUrl + url, {
    method,
    headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
    ...(method === 'POST' && { body: body.toString() }),
  })
  const answered = await homeserver.handle(asked)
  return {
    status: answered.status,
    headers: Object.fromEntries(answered.headers),
    body: await answered.text(),
  }
}

function serveFile(folder: string, url: string, response: ServerResponse): void {
  const { pathname } = new URL(url, 'http://page')
  const path = join(folder, pathname === '/' ? 'index.html' : pathname)
  if (!existsSync(path)) return void response.writeHead(404).end()
  const type = TYPES[extname(path)] ?? 'application/octet-stream'
  response.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': POLICY }).end(readFileSync(path))
}
