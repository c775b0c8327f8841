import type { behaviours } from './behaviours.js'

/** The name of a behaviour of the homeserver, or of the connection to it. */
export type Scenario = keyof typeof behaviours

/** What a list of scenarios shows, for example in a toolbar. */
export interface ScenarioInfo {
  /** One sentence in plain words. */
  readonly description: string
}

/** Every scenario by its name, in the order in which a list may show them. */
export const scenarios: Readonly<Record<Scenario, ScenarioInfo>> = {
  specification: { description: 'Everything works as the Matrix specification says.' },
  synapse: {
    description:
      'Synapse with Sydent: a wrong code is 400 M_UNKNOWN, every request texts, no password reset by phone, a long wait after five requests.',
  },
  sydent: {
    description: 'Sydent: a wrong code is 404 M_NO_VALID_SESSION, and every repeated request texts again.',
  },
  tom: {
    description:
      'ToM-server: the SMS holds a link with a long token that works once, and nobody can register by phone.',
  },
  dendrite: { description: 'Dendrite: it knows no phone numbers, and resets no password.' },
  conduit: { description: 'Conduit: it refuses every number, and resets no password.' },
  'no-submit-url': { description: 'The SMS holds a link, and there is no code to type.' },

  'number-in-use': { description: 'Every number belongs to an account already.' },
  'number-in-use-hidden': {
    description: 'The number is in use, but the server hides that: it says "sent" and sends nothing.',
  },
  'number-in-use-notice': {
    description: 'The number is in use, and the SMS says so instead of giving a code.',
  },
  'number-not-found': { description: 'Password reset: no account has this number.' },
  'number-invalid': { description: 'The server cannot read the number.' },
  'number-denied': { description: 'The server does not let this number in.' },
  'country-unsupported': { description: 'The server does not text this country.' },
  'terms-not-signed': { description: 'The terms have to be accepted first.' },
  'server-not-trusted': { description: 'The homeserver does not trust the identity server.' },

  'not-supported': { description: 'The server does not know phone numbers (404).' },
  'not-supported-medium': { description: 'The server says that it does not know phone numbers.' },
  'not-supported-synapse': { description: 'A Synapse that has nobody to send its text messages.' },
  'not-supported-html': { description: 'A proxy answers 404 with a web page.' },
  'phone-not-offered': {
    description: 'Texts are sent, but neither registration, password reset nor accounts take a number.',
  },
  'oauth-preferred': { description: 'Accounts are the matter of an OAuth 2.0 provider.' },
  'registration-closed': { description: 'Texts are sent, but no account can be registered.' },

  'rate-limited': { description: 'Too many requests: wait five and a half minutes.' },
  'rate-limited-header': {
    description:
      'Too many requests: the wait is in the Retry-After header only, which web pages cannot read.',
  },
  'rate-limited-no-hint': { description: 'Too many requests, and nobody says how long to wait.' },
  'sms-failed': { description: 'The SMS could not be sent.' },

  'gateway-down': { description: 'The server is down: its proxy answers 502 with a web page.' },
  'server-error': { description: 'The server fails: 500.' },
  'html-200': { description: 'A Wi-Fi login page answers in place of the server.' },
  offline: { description: 'There is no connection.' },
  'lost-send': { description: 'The request is lost on its way, as if offline: nothing is sent.' },
  'lost-answer': { description: 'The SMS goes out, but the answer is lost on its way back.' },
  slow: { description: 'Answers come only when they are released.' },
  'never-answers': { description: 'The server never answers.' },

  'wrong-code-success-false': { description: 'A wrong code is 200 with success: false.' },
  'wrong-code-errcode-in-200': { description: 'A wrong code is 200 with an error in it.' },
  'session-expired': { description: 'The code came too late.' },
  'submit-redirected': { description: 'The place for the code redirects elsewhere.' },

  'sid-missing': { description: 'The answer has no session ID.' },
  'sid-empty': { description: 'The session ID is empty.' },
  'sid-numeric': { description: 'The session ID is a number.' },
  'sid-overlong': { description: 'The session ID is longer than the specification allows.' },

  'submit-url-javascript': { description: 'The place for the code is a script.' },
  'submit-url-http': { description: 'The place for the code is not encrypted.' },
  'submit-url-other-host': { description: 'The place for the code is another host, which is allowed.' },
  'submit-url-relative': { description: 'The place for the code is a path on the homeserver.' },
  'submit-url-userinfo': { description: 'The place for the code carries a user name and a password.' },
}
