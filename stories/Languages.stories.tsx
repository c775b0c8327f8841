import { expect, within } from 'storybook/test'
import preview from '../.storybook/preview.js'
import { PhoneVerificationForm } from '../src/index.js'
import { ar } from '../src/messages/locales/ar.js'
import { cs } from '../src/messages/locales/cs.js'
import { de } from '../src/messages/locales/de.js'
import { el } from '../src/messages/locales/el.js'
import { es } from '../src/messages/locales/es.js'
import { fa } from '../src/messages/locales/fa.js'
import { fi } from '../src/messages/locales/fi.js'
import { fr } from '../src/messages/locales/fr.js'
import { he } from '../src/messages/locales/he.js'
import { hi } from '../src/messages/locales/hi.js'
import { hu } from '../src/messages/locales/hu.js'
import { id } from '../src/messages/locales/id.js'
import { it } from '../src/messages/locales/it.js'
import { ja } from '../src/messages/locales/ja.js'
import { ko } from '../src/messages/locales/ko.js'
import { nl } from '../src/messages/locales/nl.js'
import { pl } from '../src/messages/locales/pl.js'
import { ptBR } from '../src/messages/locales/pt-BR.js'
import { ptPT } from '../src/messages/locales/pt-PT.js'
import { ru } from '../src/messages/locales/ru.js'
import { sk } from '../src/messages/locales/sk.js'
import { sv } from '../src/messages/locales/sv.js'
import { tr } from '../src/messages/locales/tr.js'
import { uk } from '../src/messages/locales/uk.js'
import { vi } from '../src/messages/locales/vi.js'
import { zhHans } from '../src/messages/locales/zh-Hans.js'
import { zhHant } from '../src/messages/locales/zh-Hant.js'
import { onStart } from './support/onStart.js'
import { hasFocus, press, see, type Person } from './support/person.js'
import { beginScenario, homeserver, now, passTime, smsRequests } from './support/simulated.js'
import { StoryForm } from './support/StoryForm.js'

const all = [
  ar,
  cs,
  de,
  el,
  es,
  fa,
  fi,
  fr,
  he,
  hi,
  hu,
  id,
  it,
  ja,
  ko,
  nl,
  pl,
  ptBR,
  ptPT,
  ru,
  sk,
  sv,
  tr,
  uk,
  vi,
  zhHans,
  zhHant,
]

const meta = preview.meta({
  title: 'Form/Languages',
  component: StoryForm,
  beforeEach: beginScenario,
  render: (args) => (
    <div lang={args.messages?.locale}>
      <StoryForm {...args} />
    </div>
  ),
})

/** Types a number, sends it, and is asked for the code, in the words of one language. */
async function askForCode({ canvas, userEvent }: Person, words: typeof de, number: string) {
  await userEvent.type(await canvas.findByLabelText(words.phoneNumber), number)
  await press({ canvas, userEvent }, words.sendCode)
  const code = await canvas.findByLabelText(words.verificationCode)
  await hasFocus(code)
  return code
}

export const German = meta.story({
  args: { messages: de, defaultCountry: 'DE' },
  play: async ({ canvas, userEvent }) => {
    await expect(await canvas.findByLabelText('Land')).toHaveDisplayValue('Deutschland (+49)')
    const code = await askForCode({ canvas, userEvent }, de, '01522 8817386')
    await expect(code).toHaveAccessibleDescription(
      /Wir haben einen Code per SMS an \+49 1522 8817386 \(Deutschland\) gesendet\./,
    )
    await see({ canvas }, /^Du kannst in 0:\d\d einen neuen Code anfordern\.$/)
    await press({ canvas, userEvent }, 'Code erneut senden')
    await expect(
      await canvas.findByText(/^Du kannst in \d+ Sekunden einen neuen Code anfordern\.$/),
    ).toBeInTheDocument()
    passTime(30_000)
    await press({ canvas, userEvent }, 'Code erneut senden')
    await see({ canvas }, 'Ein neuer Code ist unterwegs. Verwende den aus der neuesten SMS.')
  },
})

export const Arabic = meta.story({
  args: { messages: ar, defaultCountry: 'EG' },
  globals: { direction: 'rtl' },
  play: async ({ canvas, userEvent }) => {
    await expect(await canvas.findByLabelText('البلد')).toHaveDisplayValue(/^مصر/)
    const code = await askForCode({ canvas, userEvent }, ar, '010 01234567')
    await expect(code).toHaveAccessibleDescription(
      /أرسلنا رمزًا في رسالة نصية إلى الرقم \+20 10 01234567 \(مصر\)\./,
    )
    await expect(getComputedStyle(code).direction).toBe('ltr')
    await expect(getComputedStyle(canvas.getByText(ar.verificationCode)).direction).toBe('rtl')
    await see({ canvas }, /^يمكنك طلب رمز آخر بعد [0٠]:[\d٠-٩]{2}\.$/)
    await expect(smsRequests()).toMatchObject([{ phone_number: '+201001234567', country: 'EG' }])
  },
})

export const Japanese = meta.story({
  args: { messages: ja, defaultCountry: 'JP' },
  play: async ({ canvas, userEvent }) => {
    await expect(await canvas.findByLabelText('国・地域')).toHaveDisplayValue('日本 (+81)')
    const code = await askForCode({ canvas, userEvent }, ja, '090-1234-5678')
    await expect(code).toHaveAccessibleDescription(
      /\+81 90 1234 5678 ?（日本）にSMSで認証コードを送信しました。/,
    )
    await userEvent.type(code, homeserver.lastSms()?.code ?? '')
    await press({ canvas, userEvent }, '認証する')
    await see({ canvas }, 'の認証が完了しました。')
  },
})

export const FrenchPasswordReset = meta.story({
  args: { messages: fr, defaultCountry: 'FR', purpose: 'resetPassword' },
  beforeEach: onStart(() => {
    homeserver.createAccount({ username: 'alice', password: 'oublié', phoneNumber: '+33639980001' })
  }),
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(await canvas.findByLabelText('Numéro de téléphone'), '06 39 98 00 01')
    await press({ canvas, userEvent }, 'Envoyer le code')
    await see({ canvas }, /\(France\) ne ressemble pas à un numéro de mobile\./)
    await press({ canvas, userEvent }, 'Envoyer quand même')
    const code = await canvas.findByLabelText('Code de vérification')
    await expect(code).toHaveAccessibleDescription(
      /Si le \+33 6 39 98 00 01 \(France\) est associé à un compte, nous y avons envoyé un code par SMS\./,
    )
  },
})

/** Each language at the code step, where the most text stands, as narrow as in a card on a small phone. */
export const Narrow = meta.story({
  name: 'All of them, 320 pixels wide',
  render: () => (
    <main style={{ display: 'grid', gap: '2rem', gridTemplateColumns: '16rem' }}>
      {all.map((messages) => (
        <section
          key={messages.locale}
          lang={messages.locale}
          dir={/^(ar|fa|he)$/.test(messages.locale) ? 'rtl' : 'ltr'}
          aria-label={messages.locale}
        >
          <PhoneVerificationForm
            homeserver={homeserver.baseUrl}
            purpose="register"
            id={messages.locale}
            messages={messages}
            now={now}
            defaultCountry="GB"
            defaultPhoneNumber="+447400123456"
            webOtp={false}
          />
        </section>
      ))}
    </main>
  ),
  play: async ({ canvas, userEvent }) => {
    for (const { locale, sendCode, verificationCode } of all) {
      const section = canvas.getByRole('region', { name: locale })
      await userEvent.click(await within(section).findByRole('button', { name: sendCode }))
      await expect(await within(section).findByLabelText(verificationCode)).toBeVisible()
      const tooWide = [...section.querySelectorAll('form, p, button')].filter(
        ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth,
      )
      await expect(tooWide.filter((one) => !one.matches('.mpv-visually-hidden'))).toEqual([])
    }
  },
})
