import { Checkbox } from 'antd'
import { useId, useState } from 'react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { fieldOf } from '../../api/definitions.ts'
import { useQuickChange } from '../../form/use-quick-change.ts'
import { choicesOf } from '../../ui/cells/choice.ts'
import { useWords } from '../../words/words.ts'
import { useSettingsWords } from '../words.ts'
import { calendarOf, weekdays } from './year.ts'
import 'virtual:antd/checkbox.css'

/** The days of the week on which the company works; each click is saved, and can be taken back. */
export function WeekField({ object, record }: { object: ObjectWire; record: RecordAnswer }) {
  const t = useSettingsWords()
  const { label } = useWords()
  const id = useId()
  const change = useQuickChange(object)
  const [isSaving, setSaving] = useState(false)
  const field = fieldOf(object, 'workWeek')
  const isFixed = isSaving || !object.can.includes('update')
  if (!field) return null
  const { week } = calendarOf(record, [])
  const chosen = weekdays.filter((_, index) => week.includes(index + 1))
  const save = async (next: readonly string[]): Promise<void> => {
    setSaving(true)
    await change(record, { workWeek: weekdays.filter((day) => next.includes(day)) }, t('days.weekSaved'))
    setSaving(false)
  }
  return (
    <section className="days-week" aria-labelledby={id}>
      <h2 id={id}>{label(field.label)}</h2>
      <Checkbox.Group
        value={[...chosen]}
        disabled={isFixed}
        options={choicesOf(field).map(({ value, label: name }) => ({ value, label: label(name) }))}
        onChange={(next) => void save(next)}
      />
    </section>
  )
}
