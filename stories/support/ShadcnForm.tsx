import { PhoneVerification as P, type PhoneVerificationFormProps } from '../../src/index.js'
import { Alert, Button, Input, Label, NativeSelect } from './shadcn.js'
import './tailwind.css'

/** An element of theirs without our class name. */
const plain = { className: undefined }

/** The form in shadcn/ui: its steps are ours, every element is the app's own from `components/ui`. */
export function ShadcnForm(options: PhoneVerificationFormProps) {
  return (
    <P.Root {...options} className="shadcn">
      <P.NumberStep className="gap-4">
        <div className="flex flex-col gap-2">
          <P.CountryLabel render={(props) => <Label {...props} {...plain} />} />
          <P.Country render={(props) => <NativeSelect {...props} {...plain} />} />
        </div>
        <div className="flex flex-col gap-2">
          <P.NumberLabel render={(props) => <Label {...props} {...plain} />} />
          <P.NumberInput render={(props) => <Input {...props} {...plain} />} />
          <P.Hint className="text-muted-foreground text-sm" />
          <P.FieldError className="text-destructive text-sm" />
        </div>
        <P.Submit render={(props) => <Button {...props} {...plain} size="lg" />} />
        <P.Remark render={(props) => <Alert {...props} {...plain} />}>
          <P.RemarkText />
          <P.RemarkAnswers render={(props) => <Button {...props} {...plain} variant="outline" />} />
        </P.Remark>
        <P.Failure render={(props) => <Alert {...props} className="text-destructive" />} />
        <P.Countdown className="text-muted-foreground text-sm" />
        <P.SendingStatus className="text-muted-foreground text-sm" />
      </P.NumberStep>
      <P.CodeStep>
        <P.CodeEntry className="gap-4">
          <P.SentTo />
          <P.ServerSentTo />
          <div className="flex flex-col gap-2">
            <P.CodeLabel render={(props) => <Label {...props} {...plain} />} />
            <P.CodeInput render={(props) => <Input {...props} {...plain} />} />
            <P.Hint className="text-muted-foreground text-sm" />
            <P.FieldError className="text-destructive text-sm" />
          </div>
          <P.Submit render={(props) => <Button {...props} {...plain} size="lg" />} />
          <P.Failure render={(props) => <Alert {...props} className="text-destructive" />} />
          <P.Countdown className="text-muted-foreground text-sm" />
          <P.CodeStatus />
        </P.CodeEntry>
        <P.Resend>
          <P.Actions>
            <P.ResendButton render={(props) => <Button {...props} {...plain} variant="outline" />} />
            <P.ChangeNumber render={(props) => <Button {...props} {...plain} variant="ghost" />} />
          </P.Actions>
          <P.Countdown className="text-muted-foreground text-sm" />
          <P.Failure render={(props) => <Alert {...props} className="text-destructive" />} />
        </P.Resend>
      </P.CodeStep>
      <P.ExternalStep />
      <P.UnsupportedStep />
      <P.VerifiedStep />
      <P.LiveRegion />
    </P.Root>
  )
}
