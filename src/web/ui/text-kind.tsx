import type { CellProps, InputProps, KindWeb } from '../kind-web.ts'
import { TextCell } from './cells/text-cell.tsx'
import { PlainInput } from './inputs/plain-input.tsx'

type TextKindSettings = {
  type?: 'text' | 'tel' | 'email' | 'url'
  inputMode?: 'text' | 'numeric' | 'tel' | 'email' | 'url'
  placeholder?: string
  width?: number
  /** Codes and numbers that are compared character by character. */
  code?: boolean
}

/** The looks of a kind that is one line of text. */
export function textKind({ width, code, ...input }: TextKindSettings = {}): KindWeb {
  function Cell(props: CellProps) {
    return code ? (
      <span className="cell-code truncate" title={String(props.value)}>
        {String(props.value)}
      </span>
    ) : (
      <TextCell {...props} />
    )
  }
  function Input({ value, onChange, ...rest }: InputProps) {
    const text = typeof value === 'string' ? value : ''
    return <PlainInput {...rest} {...input} text={text} onText={(typed) => onChange(typed === '' ? null : typed)} />
  }
  return { Cell, Input, width }
}
