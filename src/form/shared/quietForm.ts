/**
 * How the form uses react-hook-form: errors appear on submit and not while the person types. The form moves the focus
 * itself, once the error describes the field.
 */
export const quietForm = { reValidateMode: 'onSubmit', shouldFocusError: false } as const
