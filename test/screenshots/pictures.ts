/** A picture of one state of the form: a story, played to its end. */
export interface Picture {
  /** Begins the names of its files. */
  name: string
  /** The story's id in Storybook. */
  story: string
  /** @default as the story says */
  direction?: 'ltr' | 'rtl'
  /** What is to be seen of the page. @default `.card`, what an app shows without the phone beside it */
  selector?: string
}

/** How each state is looked at. */
export interface Look {
  /** Ends the names of its files. */
  name: string
  theme: 'light' | 'dark'
  /** Of the window, CSS pixels. */
  width: number
  height: number
}

/** Each state is shown in these four. */
export const LOOKS: readonly Look[] = [
  { name: 'light', theme: 'light', width: 800, height: 900 },
  { name: 'dark', theme: 'dark', width: 800, height: 900 },
  { name: 'light-320', theme: 'light', width: 320, height: 1000 },
  { name: 'dark-320', theme: 'dark', width: 320, height: 1000 },
]

const STATES: Record<string, string> = {
  number: 'form-number--empty',
  'number-too-short': 'form-what-was-typed--too-short',
  question: 'form-what-was-typed--did-you-mean',
  warning: 'form-what-was-typed--landline-warning',
  sending: 'form-number--still-sending',
  error: 'form-connection--server-down',
  'rate-limited': 'form-the-server-says-no--too-many-requests',
  'number-in-use': 'form-the-server-says-no--number-already-in-use',
  unsupported: 'form-the-server-says-no--not-supported-here',
  code: 'form-code--code-sent',
  'code-boxes': 'form-code--known-code-length',
  'wrong-code': 'form-code--wrong-code',
  'resend-allowed': 'form-code--resend-allowed',
  'code-sent-again': 'form-code--new-code-sent',
  link: 'form-verified--follow-the-link',
  verified: 'form-verified--verified',
  'app-failed': 'form-verified--app-failed',
  field: 'field--not-verified-yet',
  'field-verified': 'field--initial-value',
  row: 'form-number--in-one-row-with-flags',
  mantine: 'design-systems--mantine-with-a-warning',
  material: 'design-systems--material-problems',
  shadcn: 'design-systems--shadcn-problems',
}

/** Every picture of the documentation but the README's. */
export const PICTURES: readonly Picture[] = [
  ...Object.entries(STATES).map(([name, story]) => ({ name, story })),
  { name: 'country-search', story: 'parts-country-search--with-flags', selector: '.mpv-country-panel' },
  { name: 'right-to-left', story: 'form-languages--arabic', direction: 'rtl' },
  { name: 'row-right-to-left', story: 'form-number--in-one-row-with-flags', direction: 'rtl' },
  { name: 'page-vite', story: 'pages--vite-template', selector: 'body' },
  { name: 'page-next', story: 'pages--next-template', selector: 'body' },
  { name: 'page-articles', story: 'pages--articles', selector: 'body' },
]
