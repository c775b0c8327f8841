import { Alert, Button, MantineProvider, NativeSelect, Stack, Text } from '@mantine/core'
import { PhoneVerification as P, type PhoneVerificationFormProps } from '../../src/index.js'
import './mantine.css'
import { mantineField } from './mantineField.js'

/** The form in Mantine: its steps are ours, every element is Mantine's. */
export function MantineForm(options: PhoneVerificationFormProps) {
  return (
    <MantineProvider theme={{ primaryShade: 8 }} forceColorScheme="light" withGlobalClasses={false}>
      <P.Root {...options}>
        <P.NumberStep render={<Stack component="form" />}>
          <P.Country render={(props) => <NativeSelect {...props} className={undefined} label="Country" />} />
          <P.NumberInput render={mantineField('Phone number')} />
          <P.Hint render={<Text size="sm" />} />
          <P.FieldError render={<Text size="sm" c="red.9" />} />
          <P.Submit render={<Button size="md" />} />
          <P.Remark render={<Alert color="yellow" />}>
            <P.RemarkText render={<Text size="sm" />} />
            <P.RemarkAnswers render={<Button color="dark" mt="sm" />} />
          </P.Remark>
          <P.Failure render={<Alert color="red" />} />
          <P.Countdown render={<Text size="sm" />} />
          <P.SendingStatus render={<Text size="sm" />} />
        </P.NumberStep>
        <P.CodeStep render={<Stack />}>
          <P.CodeEntry render={<Stack component="form" />}>
            <P.SentTo render={<Text />} />
            <P.ServerSentTo render={<Text />} />
            <P.CodeInput render={mantineField('Verification code')} />
            <P.Hint render={<Text size="sm" />} />
            <P.FieldError render={<Text size="sm" c="red.9" />} />
            <P.Submit render={<Button size="md" />} />
            <P.Failure render={<Alert color="red" />} />
            <P.Countdown render={<Text size="sm" />} />
          </P.CodeEntry>
          <P.Resend render={<Stack gap="xs" />}>
            <P.ResendButton render={<Button variant="default" />} />
            <P.Countdown render={<Text size="sm" />} />
            <P.ChangeNumber render={<Button variant="subtle" />} />
            <P.Failure render={<Alert color="red" />} />
          </P.Resend>
        </P.CodeStep>
        <P.ExternalStep />
        <P.UnsupportedStep />
        <P.VerifiedStep render={<Alert role="group" color="teal" />} />
        <P.LiveRegion />
      </P.Root>
    </MantineProvider>
  )
}
