import { useSyncExternalStore } from 'react'
import type { SimulatedHomeserver } from '../../src/testing/index.js'

/** The phone beside the screen: the text messages that the simulated homeserver sent. */
export function SimulatedPhone({ homeserver }: { homeserver: SimulatedHomeserver }) {
  const messages = useSyncExternalStore(homeserver.subscribe, () => homeserver.messages)
  return (
    <section className="phone" aria-label="Simulated phone" lang="en" dir="ltr">
      <h2 className="phone-title">Messages</h2>
      {messages.length === 0 && <p className="phone-empty">No messages yet</p>}
      <ol className="phone-messages">
        {messages.map(({ to, text, link, sentAt }, index) => (
          <li key={`${sentAt} ${index}`} className="phone-message">
            <p className="phone-to">
              To <bdi dir="ltr">{to}</bdi>
            </p>
            <p dir="auto">{link === undefined ? text : text.replace(link, '')}</p>
            {link !== undefined && (
              <button
                className="phone-link"
                type="button"
                onClick={() => homeserver.followLink(messages[index])}
              >
                Open the link
              </button>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
