import type { Decorator } from '@storybook/react-vite'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { directionOf, LanguageContext, type Language } from './language.js'

/** What the toolbar says about the page around a story. */
interface StageProps {
  children: ReactNode
  /** Whether the story is a page of its own, with nothing of the stage. */
  isBare: boolean
  theme: string
  density: string
  /** Empty for the way in which the language is written. */
  direction: string
  language: Language
}

/** Every story has a client of its own, in the theme, density, direction and language of the toolbar. */
export const withStage: Decorator = (Story, { globals, loaded, parameters, id }) => (
  <Stage
    key={id}
    isBare={parameters['bare'] === true}
    theme={text(globals['theme'])}
    density={text(globals['density'])}
    direction={text(globals['direction'])}
    language={(loaded['language'] as Language | undefined) ?? {}}
  >
    <Story />
  </Stage>
)

function Stage({ children, isBare, theme, density, direction, language }: StageProps) {
  const [queryClient] = useState(() => new QueryClient())
  const { locale } = language
  return (
    <QueryClientProvider client={queryClient}>
      <LanguageContext value={language}>
        {isBare ? (
          children
        ) : (
          <div
            className="stage"
            data-theme={theme}
            data-density={density}
            dir={direction === '' ? directionOf(locale) : direction}
            lang={locale}
          >
            {children}
          </div>
        )}
      </LanguageContext>
    </QueryClientProvider>
  )
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
