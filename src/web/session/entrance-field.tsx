import { Input } from 'antd'
import { useId } from 'react'
import 'virtual:antd/input.css'

type EntranceFieldProps = {
  label: string
  value: string
  onChange: (value: string) => void
  type?: 'text' | 'password'
  autoComplete: string
  autoFocus?: boolean
  optional?: boolean
  error?: string
  hint?: string
}

/** A labelled line of the sign-in and setup pages. */
export function EntranceField({
  label,
  value,
  onChange,
  type = 'text',
  error,
  hint,
  optional,
  ...rest
}: EntranceFieldProps) {
  const id = useId()
  const Line = type === 'password' ? Input.Password : Input
  return (
    <div className="entrance-field">
      <label htmlFor={id}>{label}</label>
      <Line
        {...rest}
        id={id}
        size="large"
        required={!optional}
        value={value}
        status={error ? 'error' : undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={error || hint ? `${id}-note` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {(error || hint) && (
        <p id={`${id}-note`} className={error ? 'field-error' : 'meta'}>
          {error ?? hint}
        </p>
      )}
    </div>
  )
}
