import { useState } from 'react'
import { PhoneVerificationForm, type PhoneVerificationEvent, type Purpose } from '../../src/index.js'
import { homeserver as simulated } from './simulated.js'
import { SimulatedPhone } from './SimulatedPhone.js'

/** What a person can set in the Playground. */
export interface PlaygroundFormProps {
  /** A real homeserver's base URL, or the simulated one's. */
  homeserver: string
  purpose: Purpose
  defaultCountry: string
  /** 0 for a length that is not known. */
  codeLength: number
  locale: string
}

/** The form on a homeserver of your choice, with what it reports to the app. */
export function PlaygroundForm({ codeLength, ...options }: PlaygroundFormProps) {
  const [events, setEvents] = useState<readonly PhoneVerificationEvent[]>([])
  return (
    <div className="screen">
      <main className="card">
        <PhoneVerificationForm
          key={options.defaultCountry}
          {...options}
          codeLength={codeLength === 0 ? undefined : codeLength}
          onEvent={(event) => setEvents((before) => [...before, event])}
        />
      </main>
      {options.homeserver === simulated.baseUrl && <SimulatedPhone homeserver={simulated} />}
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
