/**
 * How react-hook-form is used here: what is wrong is said on submitting, not while the person types; and the focus
 * is ours to move, once the field is described by what is wrong with it.
 */
export const quietForm = { reValidateMode: 'onSubmit', shouldFocusError: false } as const
