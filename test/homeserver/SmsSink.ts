import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How long an SMS may take from the homeserver's answer to the sink. */
const DELIVERY_TIMEOUT = 10_000

export interface Sms {
  /** E.164. */
  to: string
  text: string
}

/** What Sydent posts to its SMS gateway. */
interface MobileTerminated {
  mobileTerminate: { message: { content: string }; destination: { address: string } }
}

/** Stands in for the SMS gateway, and shows what would have been texted. */
export class SmsSink {
  readonly #server: Server
  readonly #messages: Sms[] = []
  readonly #onSms: (sms: Sms) => void
  readonly #arrivals = new EventTarget()
  #answer: Promise<void> = Promise.resolve()

  static async open(onSms: (sms: Sms) => void = () => undefined): Promise<SmsSink> {
    const sink = new SmsSink(onSms)
    await new Promise<void>((resolve) => sink.#server.listen(0, '127.0.0.1', resolve))
    return sink
  }

  private constructor(onSms: (sms: Sms) => void) {
    this.#onSms = onSms
    this.#server = createServer((request, response) => {
      void readBody(request).then(async (body) => {
        this.#receive(JSON.parse(body) as MobileTerminated)
        await this.#answer
        response.writeHead(202, { Location: '/sms/1' }).end()
      })
    })
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/sms`
  }

  /** Everything that was texted to the number, oldest first. */
  to(phoneNumber: string): readonly Sms[] {
    return this.#messages.filter(({ to }) => to === phoneNumber)
  }

  /** The code in the number's `count`-th SMS; waits for it. */
  async code(phoneNumber: string, count = 1): Promise<string> {
    const deadline = AbortSignal.timeout(DELIVERY_TIMEOUT)
    while (this.to(phoneNumber).length < count) {
      await new Promise<void>((resolve, reject) => {
        this.#arrivals.addEventListener('sms', () => resolve(), { once: true })
        const fail = () => reject(new Error(`SMS ${count} to ${phoneNumber} did not arrive.`))
        deadline.addEventListener('abort', fail, { once: true })
      })
    }
    const text = this.to(phoneNumber)[count - 1]?.text ?? ''
    const code = /\d{6}/.exec(text)?.[0]
    if (code === undefined) throw new Error(`There is no code in "${text}".`)
    return code
  }

  /** Lets messages arrive, and answers nobody before the function that comes back is called. */
  hold(): () => void {
    let release = () => {}
    this.#answer = new Promise((resolve) => (release = resolve))
    return () => release()
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #receive({ mobileTerminate: { message, destination } }: MobileTerminated): void {
    const sms = { to: `+${destination.address.replace(/^\+/, '')}`, text: message.content }
    this.#messages.push(sms)
    this.#arrivals.dispatchEvent(new Event('sms'))
    this.#onSms(sms)
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request.setEncoding('utf8')) body += chunk as string
  return body
}
