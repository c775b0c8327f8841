import { PhoneVerification as P, type PhoneVerificationFormProps } from '../../src/index.js'
import './tailwind.css'

const button = 'rounded-full border-0 px-6 py-3 font-semibold aria-disabled:opacity-60'
const primary = `${button} bg-indigo-700 text-white hover:bg-indigo-800`
const quiet = `${button} bg-indigo-50 text-indigo-900 hover:bg-indigo-100`
const box = 'rounded-xl border-2 px-4 py-3 text-lg'

/** A border says what the field is like; so do its words. */
const inputClass = ({ invalid }: { invalid: boolean }) =>
  `${box} ${invalid ? 'border-rose-700' : 'border-slate-500 focus:border-indigo-700'}`

/** The form in Tailwind's classes: the parts that differ are written out, the others are as they come. */
export function TailwindForm(options: PhoneVerificationFormProps) {
  return (
    <P.Root {...options} className="max-w-sm">
      <P.NumberStep className="gap-4">
        <P.Field>
          <P.CountryLabel className="text-slate-700" />
          <P.Country className={`${box} border-slate-500`} />
          <P.NumberLabel className="text-slate-700" />
          <P.NumberInput className={inputClass} />
          <P.Hint />
          <P.FieldError className="font-medium" />
        </P.Field>
        <P.Submit className={primary} />
        <P.Remark className="rounded-xl border-0 bg-amber-100 text-amber-950" />
        <P.Failure className="rounded-xl" />
        <P.Countdown />
        <P.SendingStatus />
      </P.NumberStep>
      <P.CodeStep>
        <P.CodeEntry className="gap-4">
          <P.SentTo />
          <P.ServerSentTo />
          <P.Field>
            <P.CodeLabel className="text-slate-700" />
            <P.CodeInput className={inputClass} />
            <P.FieldError className="font-medium" />
          </P.Field>
          <P.Submit className={primary} />
          <P.Failure className="rounded-xl" />
          <P.Countdown />
          <P.CodeStatus />
        </P.CodeEntry>
        <P.Resend>
          <P.Actions>
            <P.ResendButton className={quiet} />
            <P.ChangeNumber className="text-indigo-800" />
          </P.Actions>
          <P.Countdown />
          <P.Failure className="rounded-xl" />
        </P.Resend>
      </P.CodeStep>
      <P.ExternalStep />
      <P.UnsupportedStep />
      <P.VerifiedStep className="rounded-xl bg-emerald-50 p-4 text-emerald-950" />
      <P.LiveRegion />
    </P.Root>
  )
}
