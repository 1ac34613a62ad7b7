import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import type { InputProps } from '../../kind-web.ts'
import { kitProps } from './kit-props.ts'
import 'virtual:antd/picker.css'
import 'virtual:antd/btn.css'

const dayFormats = ['YYYY-MM-DD', 'YYYY/M/D', 'YYYY.M.D', 'YYYYMMDD', 'YYYY年M月D日', 'D MMM YYYY']
const momentFormats = ['YYYY-MM-DD HH:mm', 'YYYY/M/D H:mm', 'YYYY-MM-DD']

/** A day or a moment, typed or picked. */
export function DateInput({ value, onChange, withTime, field, ...rest }: InputProps & { withTime?: boolean }) {
  const shown = typeof value === 'string' && dayjs(value).isValid() ? dayjs(value) : null
  return (
    <DatePicker
      {...kitProps(rest)}
      value={shown}
      format={withTime ? momentFormats : dayFormats}
      showTime={withTime ? { format: 'HH:mm', minuteStep: 5 } : false}
      allowClear={!field.required}
      defaultOpen={rest.autoFocus}
      placeholder={rest.placeholder ?? ''}
      style={{ width: '100%' }}
      onChange={(day) => onChange(day ? (withTime ? day.toISOString() : day.format('YYYY-MM-DD')) : null)}
    />
  )
}
