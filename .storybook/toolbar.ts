import { languages } from '../stories/support/language.js'
import { scenarios } from '../src/testing/index.js'

const asTheStorySays = { type: 'reset' as const, title: 'As the story says' }

/** The menus of the toolbar. The buttons that move the clock are in `manager.ts`. */
export const globalTypes = {
  scenario: {
    description: 'What the simulated homeserver does',
    toolbar: {
      title: 'Homeserver',
      icon: 'lightning' as const,
      items: [
        asTheStorySays,
        ...Object.entries(scenarios).map(([value, { description }]) => ({ value, title: description })),
      ],
    },
  },
  latency: {
    description: 'How long the simulated homeserver takes to answer',
    toolbar: {
      title: 'Latency',
      icon: 'timer' as const,
      items: [
        { type: 'reset' as const, title: 'Answers at once' },
        { value: '500', title: 'Half a second' },
        { value: '3000', title: '3 seconds' },
        { value: '12000', title: '12 seconds: “still sending”' },
      ],
    },
  },
  locale: {
    description: 'Language',
    toolbar: {
      title: 'Language',
      icon: 'globe' as const,
      items: [
        asTheStorySays,
        ...Object.entries(languages).map(([value, title]) => ({ value, title, right: value })),
      ],
    },
  },
  direction: {
    description: 'Direction',
    toolbar: {
      title: 'Direction',
      icon: 'transfer' as const,
      items: [
        { type: 'reset' as const, title: 'As the language is written' },
        { value: 'ltr', title: 'Left to right' },
        { value: 'rtl', title: 'Right to left' },
      ],
    },
  },
  theme: {
    description: 'Theme',
    toolbar: { title: 'Theme', icon: 'contrast' as const, items: ['light', 'dark'], dynamicTitle: true },
  },
  density: {
    description: 'Density',
    toolbar: {
      title: 'Density',
      icon: 'component' as const,
      items: [
        { type: 'reset' as const, title: 'Comfortable' },
        { value: 'compact', title: 'Compact' },
      ],
    },
  },
}

/** What the toolbar says at first; a menu that says nothing leaves the story as it is. */
export const initialGlobals = { theme: 'light', clock: 0 }
