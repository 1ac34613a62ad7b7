import { Input } from 'antd'
import type { InputProps } from '../../kind-web.ts'
import { kitProps } from './kit-props.ts'
import { longestOf } from './longest.ts'
import 'virtual:antd/input.css'

export const textSize = { minRows: 2, maxRows: 14 }

export function TextArea({ value, onChange, placeholder, field, ...rest }: InputProps) {
  return (
    <Input.TextArea
      {...kitProps(rest)}
      value={typeof value === 'string' ? value : ''}
      placeholder={placeholder}
      maxLength={longestOf(field)}
      autoSize={textSize}
      onChange={(event) => onChange(event.target.value || null)}
    />
  )
}
