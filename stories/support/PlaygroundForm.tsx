import { useState } from 'react'
import {
  createMatrixClient,
  PhoneVerificationForm,
  type PhoneVerificationEvent,
  type Purpose,
} from '../../src/index.js'
import { FoundHomeserver } from './FoundHomeserver.js'
import { useLanguage } from './language.js'
import { homeserver as simulated, now } from './simulated.js'
import { SimulatedPhone } from './SimulatedPhone.js'

/** What a person can set in the Playground. */
export interface PlaygroundFormProps {
  /** A real homeserver's base URL or its server's name, or the simulated one's. */
  homeserver: string
  apiPath: string
  purpose: Purpose
  defaultCountry: string
  preferredCountries: string[]
  countrySelect: 'native' | 'search'
  flags: boolean
  layout: 'stacked' | 'row'
  formatAsYouType: boolean
  exampleNumber: boolean
  /** 0 for a length that is not known. */
  codeLength: number
  autoSubmit: 'never' | 'filled' | 'complete'
  /** Seconds until the first resend. */
  resendDelay: number
  disabled: boolean
}

/** The form on a homeserver of your choice, with what it reports to the app. */
export function PlaygroundForm(props: PlaygroundFormProps) {
  const { homeserver, apiPath, codeLength, resendDelay, ...options } = props
  const [events, setEvents] = useState<readonly PhoneVerificationEvent[]>([])
  const language = useLanguage()
  const isSimulated = [simulated.baseUrl, new URL(simulated.baseUrl).host].includes(homeserver)
  const report = (event: PhoneVerificationEvent) => setEvents((before) => [...before, event])
  const formAt = (found: { baseUrl: string; isDiscovered?: boolean }) => (
    <PhoneVerificationForm
      // What counts only at the start is tried by starting again.
      key={`${options.defaultCountry} ${codeLength}`}
      {...options}
      {...language}
      {...(isSimulated && { now })}
      homeserver={createMatrixClient({ ...found, apiPath })}
      codeLength={codeLength === 0 ? undefined : codeLength}
      resendDelay={resendDelay * 1000}
      onEvent={report}
    />
  )
  return (
    <div className="screen">
      <main className="card">
        {isWebAddress(homeserver) ? (
          formAt({ baseUrl: homeserver })
        ) : (
          <FoundHomeserver key={homeserver} serverName={homeserver}>
            {formAt}
          </FoundHomeserver>
        )}
      </main>
      {isSimulated && <SimulatedPhone homeserver={simulated} />}
      <section className="card" aria-label="Events">
        <h2 className="card-heading">Events</h2>
        {events.length === 0 ? (
          <p>Nothing has happened yet.</p>
        ) : (
          <ol className="card-list">
            {events.map((event, index) => (
              <li key={index}>
                <code>{JSON.stringify(event)}</code>
              </li>
            ))}
          </ol>
        )}
      </section>
    </div>
  )
}

/** Anything else is a server's name, or is on its way to become an address. */
function isWebAddress(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text)
}
