import { http, type RequestHandler } from 'msw'
import { isUnreadable } from './answers.js'
import { OTHER_HOST } from './behaviours.js'
import type { SimulatedHomeserver } from './SimulatedHomeserver.js'

/**
 * MSW request handlers for all endpoints of the homeserver: `setupWorker(...createHandlers(homeserver))` in a browser,
 * `setupServer(...)` in Node. Use one set for each homeserver.
 */
export function createHandlers(homeserver: SimulatedHomeserver): RequestHandler[] {
  const { baseUrl } = homeserver
  // The last two are where the scenarios `submit-url-http` and `submit-url-other-host` send the code.
  const addresses = new Set([baseUrl, baseUrl.replace(/^https:/, 'http:'), OTHER_HOST])
  return [...addresses].map((address) =>
    http.all(`${address}/*`, async ({ request }) => {
      try {
        const response = await homeserver.handle(request)
        return isUnreadable(response) ? Response.error() : response
      } catch (error) {
        if (error instanceof TypeError || request.signal.aborted) return Response.error()
        throw error
      }
    }),
  )
}
