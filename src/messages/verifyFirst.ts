/** What a form of the app says of a number that is not verified, in English. */
export const VERIFY_FIRST = 'Verify your phone number first: ask for a code and enter it here.'
