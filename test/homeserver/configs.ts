import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where a server's files lie, and which port it gets. */
interface Place {
  folder: string
  port: number
}

/** Writes the configuration of a Sydent, and answers its path. */
export function configureSydent({ folder, port }: Place): string {
  mkdirSync(folder, { recursive: true })
  const sections = {
    general: {
      'server.name': 'identity.test',
      'templates.path': folder,
      'pidfile.path': join(folder, 'sydent.pid'),
      // The SMS gateway is on loopback, which is closed by default.
      'ip.whitelist': '127.0.0.1',
    },
    db: { 'db.file': join(folder, 'sydent.db') },
    http: {
      'clientapi.http.bind_address': '127.0.0.1',
      'clientapi.http.port': port,
      client_http_base: `http://127.0.0.1:${port}`,
    },
    sms: {
      bodyTemplate: '{token} is your code',
      // Its own limits are per calling code, too, and every number here has the same.
      'msisdn.ratelimit.burst': 1000,
      'country.ratelimit.burst': 1000,
    },
  }
  const lines = Object.entries(sections).flatMap(([section, options]) => [
    `[${section}]`,
    ...Object.entries(options).map(([key, value]) => `${key} = ${value}`),
  ])
  return write(join(folder, 'sydent.conf'), lines.join('\n'))
}

/** Options of Synapse's configuration file. */
export type SynapseOptions = Record<string, unknown>

const UNLIMITED = { per_second: 1000, burst_count: 1000 }

/** Writes the configuration of a Synapse whose SMS are sent by the delegate, and answers its path. */
export function configureSynapse(
  { folder, port }: Place,
  delegateUrl: string,
  options: SynapseOptions,
): string {
  mkdirSync(folder, { recursive: true })
  const config = {
    server_name: 'homeserver.test',
    public_baseurl: `http://127.0.0.1:${port}/`,
    listeners: [
      {
        port,
        type: 'http',
        tls: false,
        bind_addresses: ['127.0.0.1'],
        resources: [{ names: ['client'] }],
      },
    ],
    database: { name: 'sqlite3', args: { database: join(folder, 'homeserver.db') } },
    media_store_path: join(folder, 'media'),
    signing_key: `ed25519 test ${randomBytes(32).toString('base64').replace(/=+$/, '')}`,
    macaroon_secret_key: randomBytes(32).toString('hex'),
    form_secret: randomBytes(32).toString('hex'),
    enable_registration: true,
    enable_registration_without_verification: true,
    account_threepid_delegates: { msisdn: delegateUrl },
    // No other homeserver is asked for anything.
    trusted_key_servers: [],
    federation_domain_whitelist: [],
    report_stats: false,
    // Hashing passwords is slow on purpose.
    bcrypt_rounds: 4,
    rc_registration: UNLIMITED,
    rc_login: { address: UNLIMITED, account: UNLIMITED, failed_attempts: UNLIMITED },
    ...options,
  }
  // JSON is YAML.
  return write(join(folder, 'homeserver.yaml'), JSON.stringify(config, null, 2))
}

/** Lifts the limit that Synapse puts on verifications by default: five, then one in five minutes. */
export const withoutLimit: SynapseOptions = { rc_3pid_validation: UNLIMITED }

/** Whose number is whose is nobody's business. */
export const discreet: SynapseOptions = { request_token_inhibit_3pid_errors: true }

/** Synapse's accounts are kept by an OAuth 2.0 provider, which is at this address. */
export function delegatingTo(provider: string): SynapseOptions {
  return {
    matrix_authentication_service: { enabled: true, endpoint: provider, secret: 'secret' },
    enable_registration: false,
    enable_registration_without_verification: false,
    password_config: { enabled: false },
  }
}

/** Who registers needs a token, a solved captcha, to accept the terms, and a number. */
export function withEveryStage(captchaService: string): SynapseOptions {
  return {
    enable_registration_without_verification: false,
    registration_requires_token: true,
    registration_shared_secret: SHARED_SECRET,
    enable_registration_captcha: true,
    recaptcha_public_key: 'public',
    recaptcha_private_key: 'private',
    recaptcha_siteverify_api: `${captchaService}/siteverify`,
    user_consent: { version: '1', template_dir: '.', require_at_registration: true },
    registrations_require_3pid: ['msisdn'],
  }
}

/** With it an administrator is made. */
export const SHARED_SECRET = 'shared secret'

function write(path: string, text: string): string {
  writeFileSync(path, `${text}\n`)
  return path
}
