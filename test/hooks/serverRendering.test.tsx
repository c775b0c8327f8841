// @vitest-environment node
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderToString } from 'react-dom/server'
import { expect, it } from 'vitest'
import { useCountdown } from '../../src/hooks/useCountdown.js'
import { usePhoneVerification } from '../../src/hooks/usePhoneVerification.js'

it('renders the beginning on a server, where there is no window', () => {
  expect(typeof window).toBe('undefined')
  function Screen() {
    const verification = usePhoneVerification({
      homeserver: 'https://matrix.example.org',
      purpose: 'register',
      webOtp: true,
      checkExternal: () => Promise.resolve(false),
    })
    return `${verification.step} ${verification.isPending}`
  }
  const html = renderToString(
    <QueryClientProvider client={new QueryClient()}>
      <Screen />
    </QueryClientProvider>,
  )
  expect(html).toBe('number false')
})

it('renders a countdown on a server as over, since the server cannot know when the page is read', () => {
  function Time() {
    const { seconds, isOver } = useCountdown(Date.now() + 60_000)
    return `${seconds} ${isOver}`
  }
  expect(renderToString(<Time />)).toBe('0 true')
})
