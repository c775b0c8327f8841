import { TextInput } from '@mantine/core'
import type { PartElementProps, PartState } from '../../src/index.js'

/** Mantine's input takes its description and direction from the wrapper: `attributes` gives it ours. */
export const mantineField =
  (label: string) =>
  ({ 'aria-describedby': describedBy, dir, ...props }: PartElementProps<'input'>, { invalid }: PartState) => (
    <TextInput
      {...props}
      className={undefined}
      label={label}
      error={invalid}
      attributes={{ input: { 'aria-describedby': describedBy, dir } }}
    />
  )
