import { DatePicker } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { type FocusEvent, type KeyboardEvent, useId, useState } from 'react'
import { isWorkingDay } from '#shared/working-days'
import type { InputProps } from '../../kind-web.ts'
import { useWords } from '../../words/words.ts'
import { DayOff } from './day-off.tsx'
import { momentInWords } from './day-words.ts'
import { kitProps } from './kit-props.ts'
import { useWorkingDays } from './use-working-days.ts'
import 'virtual:antd/picker.css'
import 'virtual:antd/btn.css'

const dayFormats = ['YYYY-MM-DD', 'YYYY/M/D', 'YYYY.M.D', 'YYYYMMDD', 'YYYY年M月D日', 'D MMM YYYY']
const momentFormats = ['YYYY-MM-DD HH:mm', 'YYYY/M/D H:mm', 'YYYY-MM-DD']

/** A day or a moment: typed, picked, or said in words such as 下周三 or "in 3 days". */
export function DateInput({ value, onChange, withTime, field, ...rest }: InputProps & { withTime?: boolean }) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(rest.autoFocus ?? false)
  const calendar = useWorkingDays()
  const noteId = useId()
  const formats = withTime ? momentFormats : dayFormats
  const shown = typeof value === 'string' && dayjs(value).isValid() ? dayjs(value) : null
  const give = (day: Dayjs | null): void =>
    onChange(day ? (withTime ? day.toISOString() : day.format('YYYY-MM-DD')) : null)
  const readWords = ({ target }: FocusEvent<HTMLElement> | KeyboardEvent<HTMLElement>): boolean => {
    if (!(target instanceof HTMLInputElement) || dayjs(target.value, formats, true).isValid()) return false
    const moment = momentInWords(target.value, new Date(), calendar)
    if (!moment) return false
    give(moment)
    setOpen(false)
    return true
  }
  // What lies behind is as it was.
  const planned = field.options.planned === true && shown?.isAfter(dayjs(), 'day') ? shown : undefined
  const isOff = planned && calendar && !isWorkingDay(calendar, planned.format('YYYY-MM-DD'))
  const describedBy = [rest.describedBy, isOff && noteId].filter(Boolean).join(' ') || undefined
  return (
    <>
      <DatePicker
        {...kitProps({ ...rest, describedBy })}
        value={shown}
        format={formats}
        showTime={withTime ? { format: 'HH:mm', minuteStep: 5 } : false}
        allowClear={!field.required}
        open={isOpen}
        onOpenChange={setOpen}
        placeholder={rest.placeholder ?? (isOpen ? t('date.hint') : '')}
        style={{ width: '100%' }}
        onChange={give}
        onBlur={readWords}
        onKeyDown={(event, preventKit) => {
          if (event.key !== 'Enter' || !readWords(event)) return
          preventKit()
          event.preventDefault()
        }}
      />
      {isOff && (
        <DayOff
          id={noteId}
          day={planned.format('YYYY-MM-DD')}
          calendar={calendar}
          onMove={(day) => give(dayjs(`${day}T${planned.format('HH:mm')}`))}
        />
      )}
    </>
  )
}
