import { PhoneVerificationForm, type PhoneVerificationFormProps } from '../../src/index.js'
import { useLanguage } from './language.js'
import { homeserver, now } from './simulated.js'
import { SimulatedPhone } from './SimulatedPhone.js'

/** The form on the simulated homeserver, with the phone that gets its messages. */
export function StoryForm(props: Partial<PhoneVerificationFormProps>) {
  const language = useLanguage()
  return (
    <div className="screen">
      <main className="card">
        <PhoneVerificationForm
          homeserver={homeserver.baseUrl}
          purpose="register"
          defaultCountry="GB"
          now={now}
          {...language}
          {...props}
        />
      </main>
      <SimulatedPhone homeserver={homeserver} />
    </div>
  )
}
