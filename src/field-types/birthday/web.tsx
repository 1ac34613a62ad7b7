import { Select } from 'antd'
import type { CellProps, InputProps, KindWeb } from '../../web/kind-web.ts'
import { PlainInput } from '../../web/ui/inputs/plain-input.tsx'
import { useWords } from '../../web/words/words.ts'
import 'virtual:antd/select.css'
import 'virtual:antd/empty.css'

/** Solar `1990-04-12` or `--04-12`, lunar with `L` in front. */
function parts(value: unknown): { lunar: boolean; day: string } {
  const text = typeof value === 'string' ? value : ''
  const lunar = text.startsWith('L') || text.startsWith('--L')
  return { lunar, day: text.replace('L', '').replace(/^--/, '') }
}

function compose(lunar: boolean, day: string): string | null {
  const bare = day.trim()
  if (bare === '') return null
  const yearless = /^\d{1,2}-\d{1,2}$/.test(bare)
  return `${yearless ? '--' : ''}${lunar ? 'L' : ''}${bare}`
}

function Cell({ value }: CellProps) {
  const { t, format } = useWords()
  const { lunar, day } = parts(value)
  if (lunar) return <span>{t('birthday.lunarDay', { day })}</span>
  if (/^\d{2}-\d{2}$/.test(day)) return <span>{format.monthDay(day)}</span>
  return <span>{/^\d{4}-\d{2}-\d{2}$/.test(day) ? format.date(day) : day}</span>
}

function Input({ value, onChange, ...rest }: InputProps) {
  const { t } = useWords()
  const { lunar, day } = parts(value)
  const calendars = [
    { value: 'solar', label: t('birthday.solar') },
    { value: 'lunar', label: t('birthday.lunar') },
  ]
  return (
    <span className="birthday-input">
      <Select
        value={lunar ? 'lunar' : 'solar'}
        options={calendars}
        aria-label={t('birthday.calendar')}
        popupMatchSelectWidth={false}
        onChange={(next) => onChange(compose(next === 'lunar', day) ?? (next === 'lunar' ? 'L' : null))}
      />
      <PlainInput
        {...rest}
        text={day}
        placeholder={t('birthday.hint')}
        onText={(typed) => onChange(compose(lunar, typed))}
      />
    </span>
  )
}

export const web: KindWeb = { Cell, Input, width: 130 }
