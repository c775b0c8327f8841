import type { PhoneVerificationFormProps } from '../../../src/index.js'

/** What is on the page, as its address says it. */
export interface PageOptions {
  kind?: 'field'
  scenario?: string
  purpose?: PhoneVerificationFormProps['purpose']
  picker?: 'search'
  codeLength?: string
  locale?: 'ar'
}

/** What the test tells the page to do. */
export type Order = { type: 'show'; search: string } | { type: 'advance'; milliseconds: number }
