/**
 * What a form of the app says of a number that is not verified, in English. By itself, so that the schema, which may
 * be all that a server of the app imports, does not bring every other word.
 */
export const VERIFY_FIRST = 'Verify your phone number first: send a code and enter it here.'
