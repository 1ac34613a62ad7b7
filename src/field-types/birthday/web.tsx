import { useState } from 'react'
import type { CellProps, InputProps, KindWeb } from '../../web/kind-web.ts'
import { PlainInput } from '../../web/ui/inputs/plain-input.tsx'
import { PlainSelect } from '../../web/ui/inputs/selects.ts'
import { useWords } from '../../web/words/words.ts'
import { lunarWords } from './lunar-words.ts'
import { typedDay, wireDay } from './typed-day.ts'

function Cell({ value }: CellProps) {
  const { t, format, locale } = useWords()
  const { lunar, day } = typedDay(value)
  if (lunar) return <span>{t('birthday.lunarDay', { day: locale === 'zh' ? lunarWords(day) : day })}</span>
  if (/^\d{2}-\d{2}$/.test(day)) return <span>{format.monthDay(day)}</span>
  return <span>{/^\d{4}-\d{2}-\d{2}$/.test(day) ? format.date(day) : day}</span>
}

function Input({ value, onChange, ...rest }: InputProps) {
  const { t } = useWords()
  const { lunar: isLunarDay, day } = typedDay(value)
  const [isLunar, setLunar] = useState(isLunarDay)
  const choose = (calendar: string): void => {
    setLunar(calendar === 'lunar')
    onChange(wireDay(calendar === 'lunar', day))
  }
  const calendars = [
    { value: 'solar', label: t('birthday.solar') },
    { value: 'lunar', label: t('birthday.lunar') },
  ]
  return (
    <span className="birthday-input">
      <PlainSelect
        value={isLunar ? 'lunar' : 'solar'}
        options={calendars}
        aria-label={t('birthday.calendar')}
        popupMatchSelectWidth={false}
        onChange={choose}
      />
      <PlainInput
        {...rest}
        text={day}
        placeholder={rest.placeholder ?? t('birthday.hint')}
        onText={(typed) => onChange(wireDay(isLunar, typed))}
      />
    </span>
  )
}

export const web: KindWeb = { Cell, Input, width: 130 }
