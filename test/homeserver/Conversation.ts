import { newCredentials, type Answer } from './account.js'

export const REGISTER = '/register'
export const REQUEST = '/register/msisdn/requestToken'
export const REQUEST_TO_ADD = '/account/3pid/msisdn/requestToken'
export const REQUEST_TO_RESET = '/account/password/msisdn/requestToken'
export const PASSWORD = '/account/password'
export const ADD = '/account/3pid/add'

/** A homeserver, real or not, and a way to read its text messages. */
export interface Line {
  baseUrl: string
  fetch: typeof fetch
  readCode: (phoneNumber: string) => Promise<string>
}

export interface Options {
  method?: string
  /** In place of the body as JSON. */
  text?: string
  accessToken?: string
}

/** Talks to one homeserver as one client with one number. */
export class Conversation {
  readonly phoneNumber: string
  readonly credentials = newCredentials()
  readonly #line: Line

  constructor(line: Line, phoneNumber: string) {
    this.#line = line
    this.phoneNumber = phoneNumber
  }

  /** What a request for an SMS has in its body. */
  get request() {
    return {
      client_secret: `secret${this.phoneNumber.slice(1)}`,
      country: 'DE',
      phone_number: this.phoneNumber,
      send_attempt: 1,
    }
  }

  /** A path of this homeserver, below the API or beside it. */
  urlOf(path: string): string {
    return this.#line.baseUrl + path
  }

  async call(path: string, body: object, options: Options = {}): Promise<Answer> {
    const { method = 'POST', text = JSON.stringify(body), accessToken } = options
    const url = path.startsWith('http') ? path : this.urlOf(`/_matrix/client/v3${path}`)
    const response = await this.#line.fetch(url, {
      method,
      headers: {
        'Content-Type': 'application/json',
        ...(accessToken !== undefined && { Authorization: `Bearer ${accessToken}` }),
      },
      body: method === 'GET' ? null : text,
    })
    const isJson = response.headers.get('Content-Type')?.startsWith('application/json')
    if (isJson !== true) return { status: response.status, body: { isPage: true } }
    return { status: response.status, body: (await response.json()) as Answer['body'] }
  }

  /** Asks for an SMS, and answers what its code is submitted with. */
  async receiveCode(path = REQUEST) {
    const { body } = await this.call(path, this.request)
    const proof = { sid: String(body['sid']), client_secret: this.request.client_secret }
    const token = await this.#line.readCode(this.phoneNumber)
    return { submitUrl: String(body['submit_url']), proof, token }
  }

  /** Submits a code, or something else in place of it. */
  async submit(change: object = {}, options?: Options): Promise<Answer> {
    const { submitUrl, proof, token } = await this.receiveCode()
    return this.call(submitUrl, { ...proof, token, ...change }, options)
  }

  /** Verifies the number, and answers the proof. */
  async verify(path?: string) {
    const { submitUrl, proof, token } = await this.receiveCode(path)
    await this.call(submitUrl, { ...proof, token })
    return proof
  }

  /** Makes a call under user-interactive auth: asks for a session, and completes a stage in it. */
  async authenticate(path: string, body: object, stage: object, accessToken?: string): Promise<Answer> {
    const options = accessToken === undefined ? {} : { accessToken }
    const { session } = (await this.call(path, body, options)).body
    return this.call(path, { ...body, auth: { session, ...stage } }, options)
  }

  get userId(): string {
    return `@${this.credentials.username}:homeserver.test`
  }

  /** The number as an identifier. */
  get asPhone(): object {
    return {
      type: 'm.id.phone',
      user: undefined,
      country: 'DE',
      phone: this.phoneNumber,
      number: this.phoneNumber,
    }
  }

  get asThirdParty(): object {
    return { type: 'm.id.thirdparty', user: undefined, medium: 'msisdn', address: this.phoneNumber.slice(1) }
  }

  /** Signs in with the name and the password, or with what is given in their place. */
  async signIn(identifier: object = {}, change: object = {}): Promise<Answer> {
    const { username: user, password } = this.credentials
    return this.call('/login', {
      type: 'm.login.password',
      identifier: { type: 'm.id.user', user, ...identifier },
      password,
      ...change,
    })
  }

  /** Registers with the verified number. */
  async register(): Promise<Answer> {
    return this.authenticate(REGISTER, this.credentials, stageOf(await this.verify()))
  }

  /** Registers without a number, and answers the access token. */
  async signUp(credentials: object = this.credentials): Promise<string> {
    const { body } = await this.authenticate(REGISTER, credentials, { type: 'm.login.dummy' })
    return String(body['access_token'])
  }

  /** Adds a number to a new account, with its password or a wrong one. */
  async add(proof: object, password = this.credentials.password): Promise<Answer> {
    const accessToken = await this.signUp()
    const identifier = { type: 'm.id.user', user: this.credentials.username }
    return this.authenticate(ADD, proof, { type: 'm.login.password', identifier, password }, accessToken)
  }
}

export function stageOf(proof: object) {
  return { type: 'm.login.msisdn', threepid_creds: proof }
}
