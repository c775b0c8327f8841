import { formatOriginBoundSms } from 'matrix-phone-verification'

/** `747723 is your code.` with a last line that lets the browser at `app.example.org` fill the code in. */
export const sms = formatOriginBoundSms({
  text: '747723 is your code.',
  host: 'app.example.org',
  code: '747723',
})
