/**
 * The English text for a number that is not verified. It has its own module because a server may import only the
 * schema, which should not bring all the other texts with it.
 */
export const VERIFY_FIRST = 'Verify your phone number first: send a code and enter it here.'
