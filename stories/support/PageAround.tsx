import { useInsertionEffect } from 'react'
import stylesheet from '../../src/styles.css?inline'
import { PhoneVerificationForm } from '../../src/index.js'
import type { AppPage } from './appPages.js'
import { homeserver, now } from './simulated.js'

/** The form in a page with the page's own styles, and the stylesheet without a layer. */
export function PageAround({ page }: { page: AppPage }) {
  useInsertionEffect(() => {
    const sheets = [stylesheet, page.css].map((css) => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(css)
      return sheet
    })
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...sheets]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => !sheets.includes(sheet))
    }
  }, [page])
  return (
    <main id="root">
      <h1>Sign up</h1>
      <PhoneVerificationForm
        homeserver={homeserver.baseUrl}
        purpose="register"
        defaultCountry="GB"
        now={now}
        locale="en"
      />
    </main>
  )
}
