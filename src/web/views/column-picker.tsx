import { Popover } from 'antd'
import { ArrowDown, ArrowUp, Columns3, type LucideIcon, Pin, PinOff } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { FieldWire, ObjectWire } from '#shared/wire'
import { systemFields } from '../api/definitions.ts'
import { makeCompact, useDensity } from '../list/density.ts'
import type { ListShape } from '../list/list-query.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { useWords } from '../words/words.ts'
import 'virtual:antd/popover.css'
import 'virtual:antd/tooltip.css'
import './views.css'

type ColumnPickerProps = {
  object: ObjectWire
  shape: Pick<ListShape, 'columns' | 'widths' | 'frozen'>
  onChange: (shape: Pick<ListShape, 'columns' | 'widths' | 'frozen'>) => void
}

/** Which fields a list shows, in which order, which stay in sight, and how close the rows stand; the title always comes first. */
export function ColumnPicker(props: ColumnPickerProps) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover
      trigger="click"
      open={isOpen}
      onOpenChange={setOpen}
      placement="bottomRight"
      arrow={false}
      content={<Choices {...props} />}
      destroyOnHidden
    >
      <Button look="quiet" icon={Columns3} expanded={isOpen}>
        {t('view.columns')}
      </Button>
    </Popover>
  )
}

function Choices({ object, shape, onChange }: ColumnPickerProps) {
  const { t, label } = useWords()
  const { isCompact } = useDensity()
  const { columns, widths, frozen = 0 } = shape
  const names = columns ?? object.list
  const all = [...object.fields, ...systemFields].filter(({ name, kind }) => name !== object.title && kind !== 'json')
  const chosen = names.flatMap((name) => all.find((field) => field.name === name) ?? [])
  const show = (fields: readonly FieldWire[]): void => onChange({ columns: fields.map(({ name }) => name) })
  const move = (field: FieldWire, step: 1 | -1): void => {
    const at = chosen.indexOf(field)
    show(chosen.filter((one) => one !== field).toSpliced(at + step, 0, field))
  }
  return (
    <div className="column-picker">
      {chosen.map((field, index) => (
        <Choice key={field.name} field={field} checked onToggle={() => show(chosen.filter((one) => one !== field))}>
          <Move icon={ArrowUp} word="view.moveUp" field={field} isEnd={index === 0} onMove={() => move(field, -1)} />
          <Move
            icon={ArrowDown}
            word="view.moveDown"
            field={field}
            isEnd={index === chosen.length - 1}
            onMove={() => move(field, 1)}
          />
          <IconButton
            icon={index < frozen ? PinOff : Pin}
            size={14}
            label={t(index < frozen ? 'view.unfreeze' : 'view.freeze', { name: label(field.label) })}
            onClick={() => onChange({ frozen: index < frozen ? index : index + 1 })}
          />
        </Choice>
      ))}
      {all
        .filter((field) => !chosen.includes(field))
        .map((field) => (
          <Choice key={field.name} field={field} checked={false} onToggle={() => show([...chosen, field])} />
        ))}
      <label className="column-choice column-density">
        <input type="checkbox" checked={isCompact} onChange={() => makeCompact(!isCompact)} />
        {t('view.compact')}
      </label>
      {(columns || widths || frozen > 0) && (
        <Button
          look="quiet"
          small
          onClick={() => onChange({ columns: undefined, widths: undefined, frozen: undefined })}
        >
          {t('view.usualColumns')}
        </Button>
      )}
    </div>
  )
}

type ChoiceProps = { field: FieldWire; checked: boolean; onToggle: () => void; children?: ReactNode }

function Choice({ field, checked, onToggle, children }: ChoiceProps) {
  const { label } = useWords()
  return (
    <div className="column-choice">
      <label>
        <input type="checkbox" checked={checked} onChange={onToggle} />
        <span className="truncate">{label(field.label)}</span>
      </label>
      {children}
    </div>
  )
}

type MoveProps = {
  icon: LucideIcon
  word: 'view.moveUp' | 'view.moveDown'
  field: FieldWire
  /** It stands there already. */
  isEnd: boolean
  onMove: () => void
}

function Move({ icon, word, field, isEnd, onMove }: MoveProps) {
  const { t, label } = useWords()
  return (
    <IconButton icon={icon} size={14} label={t(word, { name: label(field.label) })} disabled={isEnd} onClick={onMove} />
  )
}
