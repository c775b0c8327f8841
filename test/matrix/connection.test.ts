import { getEventListeners } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMatrixClient } from '../../src/matrix/createMatrixClient.js'
import { connect, failureOf, json, REQUEST, SUBMISSION } from './server.js'

/** An answer that never comes, from a fetch that heeds its signal. */
function never(signal: AbortSignal | null | undefined): Promise<Response> {
  return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new Error('aborted'))))
}

/** An answer whose body begins and does not end. */
function endless(): Response {
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('{"s')),
  })
  return new Response(body)
}

describe('time', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    expect(vi.getTimerCount()).toBe(0)
    vi.useRealTimers()
  })

  it('is up after 70 seconds', async () => {
    const { client, sent } = connect(({ init }) => never(init.signal))
    let isOver = false
    const call = failureOf(client.requestTokenToRegisterMSISDN(REQUEST)).finally(() => (isOver = true))
    await vi.advanceTimersByTimeAsync(69_999)
    expect(isOver).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(await call).toMatchObject({ kind: 'timeout', recovery: 'retry', status: undefined })
    expect(sent[0]?.init.signal?.aborted).toBe(true)
  })

  it('is up when the client says so', async () => {
    const { client } = connect(({ init }) => never(init.signal), { timeout: 5000 })
    const call = failureOf(client.submitToken(SUBMISSION))
    await vi.advanceTimersByTimeAsync(5000)
    expect(await call).toMatchObject({ kind: 'timeout', recovery: 'retry', operation: 'submitToken' })
  })

  it('is up also while the answer is being read', async () => {
    const { client } = connect(endless)
    const call = failureOf(client.requestTokenToRegisterMSISDN(REQUEST))
    await vi.advanceTimersByTimeAsync(70_000)
    expect(await call).toMatchObject({ kind: 'timeout' })
  })

  it('is up also for a fetch that pays its signal no attention', async () => {
    const { client } = connect(() => never(null))
    const call = failureOf(client.requestTokenToRegisterMSISDN(REQUEST))
    await vi.advanceTimersByTimeAsync(70_000)
    expect(await call).toMatchObject({ kind: 'timeout' })
  })

  it.each([Number.POSITIVE_INFINITY, 2 ** 31])('is not up at once with a timeout of %d', async (timeout) => {
    const { client } = connect(
      () => new Promise((resolve) => setTimeout(() => resolve(json(200, { sid: 's' })), 9e5)),
      {
        timeout,
      },
    )
    const call = client.requestTokenToRegisterMSISDN(REQUEST)
    await vi.advanceTimersByTimeAsync(9e5)
    expect(await call).toEqual({ sid: 's' })
  })

  it('leaves no timer behind an answer', async () => {
    const { client } = connect()
    await client.requestTokenToRegisterMSISDN(REQUEST)
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('a call that is given up', () => {
  it('ends at once, and so does its request', async () => {
    const { client, sent } = connect(({ init }) => never(init.signal))
    const controller = new AbortController()
    const call = failureOf(client.requestTokenToRegisterMSISDN(REQUEST, { signal: controller.signal }))
    controller.abort(new Error('SECRET reason'))
    const error = await call
    expect(error).toMatchObject({ kind: 'timeout', recovery: 'retry' })
    expect(error.message).not.toContain('SECRET')
    expect(sent[0]?.init.signal?.aborted).toBe(true)
  })

  it('ends while its answer is being read', async () => {
    const { client } = connect(endless)
    const controller = new AbortController()
    const call = failureOf(client.submitToken(SUBMISSION, { signal: controller.signal }))
    controller.abort()
    expect(await call).toMatchObject({ kind: 'timeout', operation: 'submitToken' })
  })

  it('leaves nothing behind on a signal that lives longer than the call', async () => {
    const { signal } = new AbortController()
    await connect().client.requestTokenToRegisterMSISDN(REQUEST, { signal })
    expect(getEventListeners(signal, 'abort')).toEqual([])
  })

  it('before it began sends nothing', async () => {
    const { client, sent } = connect()
    const signal = AbortSignal.abort()
    expect(await failureOf(client.requestTokenToRegisterMSISDN(REQUEST, { signal }))).toMatchObject({
      kind: 'timeout',
    })
    expect(await failureOf(client.submitToken(SUBMISSION, { signal }))).toMatchObject({ kind: 'timeout' })
    expect(sent).toEqual([])
  })
})

describe('a fetch that fails', () => {
  it.each([
    ['a TypeError', new TypeError('Failed to fetch')],
    ['a DOMException', new DOMException('The network', 'NetworkError')],
    ['a string', 'down'],
    ['null', null],
    ['undefined', undefined],
    ['an object', { code: 'ECONNREFUSED' }],
  ])('with %s is offline', async (_, reason) => {
    const rejecting = connect(async () => {
      throw reason as Error
    })
    const throwing = connect(undefined, {
      fetch: () => {
        throw reason as Error
      },
    })
    for (const { client } of [rejecting, throwing]) {
      const asked = await failureOf(client.requestTokenToRegisterMSISDN(REQUEST))
      expect(asked).toMatchObject({ kind: 'offline', recovery: 'retry', status: undefined })
      expect(asked).not.toHaveProperty('cause')
      expect(await failureOf(client.submitToken(SUBMISSION))).toMatchObject({ kind: 'offline' })
    }
  })

  it('in the middle of the answer is offline', async () => {
    const body = new ReadableStream({ start: (controller) => controller.error(new TypeError('terminated')) })
    const { client } = connect(() => new Response(body))
    expect(await failureOf(client.requestTokenToRegisterMSISDN(REQUEST))).toMatchObject({ kind: 'offline' })
  })
})

describe('a real connection', () => {
  let server: Server | undefined

  async function listen(listener: RequestListener): Promise<string> {
    const listening = createServer(listener)
    server = listening
    await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(listening.address() as AddressInfo).port}`
  }

  async function close(): Promise<void> {
    const closing = server
    server = undefined
    closing?.closeAllConnections()
    await new Promise((resolve) => (closing === undefined ? resolve(null) : closing.close(resolve)))
  }

  afterEach(close)

  it('that is refused is offline', async () => {
    const baseUrl = await listen(() => undefined)
    await close()
    const client = createMatrixClient({ baseUrl })
    expect(await failureOf(client.requestTokenToRegisterMSISDN(REQUEST))).toMatchObject({ kind: 'offline' })
    expect(
      await failureOf(client.submitToken({ ...SUBMISSION, submitUrl: `${baseUrl}/submit` })),
    ).toMatchObject({
      kind: 'offline',
    })
  })

  it('that breaks off is offline', async () => {
    const baseUrl = await listen((request) => request.socket.destroy())
    const client = createMatrixClient({ baseUrl })
    expect(await failureOf(client.requestTokenToRegisterMSISDN(REQUEST))).toMatchObject({ kind: 'offline' })
  })

  it.each([301, 302, 303, 307, 308])('is not redirected elsewhere by a %i', async (status) => {
    const seen: string[] = []
    const baseUrl = await listen((request, response) => {
      seen.push(`${request.method ?? ''} ${request.url ?? ''}`)
      const isFirst = seen.length === 1
      response
        .writeHead(isFirst ? status : 200, { Location: '/elsewhere' })
        .end('{"success": true, "sid": "s"}')
    })
    const client = createMatrixClient({ baseUrl })
    const call = client.submitToken({ ...SUBMISSION, submitUrl: `${baseUrl}/submit` })
    expect(await failureOf(call)).toMatchObject({ kind: 'bad-response' })
    expect(seen).toEqual(['POST /submit'])
  })

  it('brings the body that the wire wants', async () => {
    const bodies: unknown[] = []
    const baseUrl = await listen((request, response) => {
      let body = ''
      request.on('data', (chunk) => (body += String(chunk)))
      request.on('end', () => {
        bodies.push(JSON.parse(body))
        response.end('{"sid": "sid.1", "submit_url": "/submit"}')
      })
    })
    const client = createMatrixClient({ baseUrl: `${baseUrl}/matrix` })
    const answer = await client.requestTokenToRegisterMSISDN(REQUEST)
    expect(answer).toEqual({ sid: 'sid.1', submitUrl: `${baseUrl}/submit` })
    expect(bodies).toHaveLength(1)
    expect(bodies[0]).toMatchObject({ phone_number: '+447700900001', send_attempt: 1 })
  })
})
