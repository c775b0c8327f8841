import { test as base, type Page } from 'playwright/test'
import { SimulatedHomeserver } from 'matrix-phone-verification/testing'

/** A test with a homeserver of its own, in the process of the test: the page's requests to it end there. */
export const test = base.extend<{ homeserver: SimulatedHomeserver }>({
  homeserver: async ({ page }, provide) => {
    const homeserver = new SimulatedHomeserver({ baseUrl: 'https://matrix.example.org' })
    await connect(page, homeserver)
    await provide(homeserver)
  },
})

async function connect(page: Page, homeserver: SimulatedHomeserver): Promise<void> {
  await page.route(`${homeserver.baseUrl}/**`, async (route) => {
    const sent = route.request()
    try {
      const request = new Request(sent.url(), {
        method: sent.method(),
        headers: sent.headers(),
        body: sent.postData(),
      })
      const answer = await homeserver.handle(request)
      const headers = Object.fromEntries(answer.headers)
      await route.fulfill({ status: answer.status, headers, body: await answer.text() })
    } catch {
      // A connection that fails, in the scenario `offline` for example.
      await route.abort()
    }
  })
}

/** Moves both clocks. The page's is installed before the page is opened. */
export async function passTime(page: Page, homeserver: SimulatedHomeserver, milliseconds: number) {
  homeserver.advanceTime(milliseconds)
  await page.clock.fastForward(milliseconds)
}
