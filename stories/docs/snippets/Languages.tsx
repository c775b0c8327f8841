'use client'
import { PhoneVerificationForm, type Messages } from 'matrix-phone-verification'
import { lazy } from 'react'

const homeserver = 'https://matrix.example.org'

/** Each language is a file of its own, and only the one that is shown is loaded. */
const load: Record<string, () => Promise<Messages>> = {
  de: async () => (await import('matrix-phone-verification/locales/de')).de,
  fa: async () => (await import('matrix-phone-verification/locales/fa')).fa,
  'pt-BR': async () => (await import('matrix-phone-verification/locales/pt-BR')).ptBR,
}

/** The form in the language of the page, under a Suspense boundary. */
export const LocalisedForm = lazy(async () => {
  // `de-AT` is German too: where a language has no file for a region, take the one without.
  const { lang } = document.documentElement
  const messages = await (load[lang] ?? load[lang.split('-')[0] ?? ''])?.()
  return {
    default: () => (
      <PhoneVerificationForm
        homeserver={homeserver}
        purpose="register"
        messages={{ ...messages, sendCode: messages?.sendCode ?? 'Text me a code' }}
      />
    ),
  }
})
