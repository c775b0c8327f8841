import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A service of somebody else's that a homeserver asks: answers every request to a path with the same JSON. */
export class StubService {
  readonly #server: Server

  /** Opens it on loopback. `answers` gets the service's own address. */
  static async open(answers: (url: string) => Readonly<Record<string, object>>): Promise<StubService> {
    const service = new StubService(answers)
    await new Promise<void>((resolve) => service.#server.listen(0, '127.0.0.1', resolve))
    return service
  }

  private constructor(answers: (url: string) => Readonly<Record<string, object>>) {
    this.#server = createServer((request, response) => {
      const answer = answers(this.url)[request.url ?? '']
      response.writeHead(answer === undefined ? 404 : 200, { 'Content-Type': 'application/json' })
      request.resume().on('end', () => response.end(JSON.stringify(answer ?? {})))
    })
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}
