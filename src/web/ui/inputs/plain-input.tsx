// The kit's own door leads to all its inputs; a list needs this one.
import Input from 'antd/es/input/Input'
import type { ReactNode } from 'react'
import type { InputProps } from '../../kind-web.ts'
import { kitProps } from './kit-props.ts'
import { longestOf } from './longest.ts'
import 'virtual:antd/input.css'

type PlainInputProps = Omit<InputProps, 'value' | 'onChange'> & {
  text: string
  onText: (text: string) => void
  inputMode?: 'text' | 'decimal' | 'numeric' | 'tel' | 'email' | 'url'
  suffix?: ReactNode
}

/** One line of text, with what the form has to say about it. */
export function PlainInput({ text, onText, inputMode, placeholder, suffix, field, ...rest }: PlainInputProps) {
  return (
    <Input
      {...kitProps(rest)}
      value={text}
      inputMode={inputMode}
      placeholder={placeholder}
      suffix={suffix}
      maxLength={longestOf(field)}
      autoComplete="off"
      onChange={(event) => onText(event.target.value)}
    />
  )
}
