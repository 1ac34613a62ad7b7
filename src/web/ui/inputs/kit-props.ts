import type { InputProps } from '../../kind-web.ts'

/** What a form says of an input, in the words of the kit's controls. */
export function kitProps({ id, label, autoFocus, invalid, describedBy, placeholder }: Partial<InputProps>) {
  return {
    id,
    autoFocus,
    placeholder,
    status: invalid ? ('error' as const) : undefined,
    'aria-label': label,
    'aria-invalid': invalid || undefined,
    'aria-describedby': describedBy,
  }
}
