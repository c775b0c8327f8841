import { Alert, Autocomplete, Button, Stack, TextField, Typography } from '@mui/material'
import {
  countryLabel,
  PhoneVerification as P,
  type PartElementProps,
  type PartState,
  type PhoneVerificationFormProps,
} from '../../src/index.js'

/** A field of Material UI's: its label and its ref go to the outside, everything else to the input inside. */
const field =
  (label: string) =>
  ({ id, ref, ...input }: PartElementProps<'input'>, { invalid }: PartState) => (
    <TextField
      id={id}
      inputRef={ref}
      label={label}
      error={invalid}
      slotProps={{ htmlInput: { ...input, className: undefined }, inputLabel: { shrink: true } }}
    />
  )

/** The form in Material UI: its steps are ours, every element is Material UI's. */
export function MaterialForm(options: PhoneVerificationFormProps) {
  return (
    <P.Root {...options}>
      <P.NumberStep render={<Stack component="form" sx={{ gap: 2 }} />}>
        <P.Country
          render={({ id }, { country, countries, selectCountry, disabled }) => (
            <Autocomplete
              id={id}
              disabled={disabled}
              options={countries ?? []}
              value={countries?.find((one) => one.country === country) ?? null}
              getOptionKey={(one) => one.country}
              getOptionLabel={({ name, callingCode }) => countryLabel(name, callingCode)}
              onChange={(_event, chosen) => {
                if (chosen !== null) selectCountry(chosen.country)
              }}
              renderInput={(params) => <TextField {...params} label="Country" />}
            />
          )}
        />
        <P.NumberInput render={field('Phone number')} />
        <P.Hint render={<Typography variant="body2" />} />
        <P.FieldError render={<Typography variant="body2" color="error" />} />
        <P.Submit render={<Button variant="contained" size="large" />} />
        <P.Remark render={<Alert severity="warning" />}>
          <P.RemarkText render={<Typography variant="body2" />} />
          <P.RemarkAnswers render={<Button color="inherit" variant="outlined" sx={{ mt: 1 }} />} />
        </P.Remark>
        <P.Failure render={<Alert severity="error" />} />
        <P.Countdown render={<Typography variant="body2" />} />
        <P.SendingStatus render={<Typography variant="body2" />} />
      </P.NumberStep>
      <P.CodeStep render={<Stack sx={{ gap: 2 }} />}>
        <P.CodeEntry render={<Stack component="form" sx={{ gap: 2 }} />}>
          <P.SentTo render={<Typography />} />
          <P.ServerSentTo render={<Typography />} />
          <P.CodeInput render={field('Verification code')} />
          <P.Hint render={<Typography variant="body2" />} />
          <P.FieldError render={<Typography variant="body2" color="error" />} />
          <P.Submit render={<Button variant="contained" size="large" />} />
          <P.Failure render={<Alert severity="error" />} />
          <P.Countdown render={<Typography variant="body2" />} />
        </P.CodeEntry>
        <P.Resend render={<Stack sx={{ gap: 1 }} />}>
          <P.ResendButton render={<Button variant="outlined" />} />
          <P.Countdown render={<Typography variant="body2" />} />
          <P.ChangeNumber render={<Button />} />
          <P.Failure render={<Alert severity="error" />} />
        </P.Resend>
      </P.CodeStep>
      <P.ExternalStep />
      <P.UnsupportedStep />
      <P.VerifiedStep render={<Alert role="group" severity="success" icon={false} />} />
      <P.LiveRegion />
    </P.Root>
  )
}
