import type { Decorator } from '@storybook/react-vite'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'

/** Every story has a client of its own, on the theme and in the direction that the toolbar says. */
export const withFreshQueryClient: Decorator = (Story, { globals, id }) => (
  <Stage key={id} theme={String(globals['theme'])} direction={String(globals['direction'] ?? 'ltr')}>
    <Story />
  </Stage>
)

function Stage({ children, theme, direction }: { children: ReactNode; theme: string; direction: string }) {
  const [queryClient] = useState(() => new QueryClient())
  return (
    <QueryClientProvider client={queryClient}>
      <div className="stage" data-theme={theme} dir={direction}>
        {children}
      </div>
    </QueryClientProvider>
  )
}
