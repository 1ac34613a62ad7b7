import { Link } from '@tanstack/react-router'
import { Ellipsis } from 'lucide-react'
import type { ChoiceWire, FieldWire, ObjectWire, RecordWire, Titles } from '#shared/wire'
import { fieldOf } from '../api/definitions.ts'
import type { Move } from '../form/use-moves.ts'
import { IncompleteMark } from '../list/incomplete-mark.tsx'
import { IconButton } from '../ui/button.tsx'
import { useDragged } from '../ui/drag-handle.tsx'
import { isEmptyIn } from '../ui/empty-value.ts'
import { RecordValue } from '../ui/field-value.tsx'
import { Menu } from '../ui/menu.tsx'
import { useTitleOf } from '../words/title-of.ts'
import { useWords } from '../words/words.ts'

type BoardCardProps = {
  object: ObjectWire
  columns?: readonly string[]
  field: FieldWire
  record: RecordWire
  titles: Titles
  values: readonly (ChoiceWire | null)[]
  onMove?: Move
}

const mostFacts = 4

/** A record on the board: its name, some of what its list shows, and the way to another column. */
export function BoardCard({ object, columns, field, record, titles, values, onMove }: BoardCardProps) {
  const { t, label } = useWords()
  const titleOf = useTitleOf()
  const { ref, style, looks, handle } = useDragged(record.id, { record, titles }, { disabled: !onMove })
  const title = titleOf(object, record) || t('state.untitled')
  const facts = (columns ?? object.list)
    .filter((name) => name !== object.title && name !== field.name && !isEmptyIn(record, name))
    .flatMap((name) => fieldOf(object, name) ?? [])
    .slice(0, mostFacts)
  const current = record[field.name] ?? null
  const entries = values
    .filter((choice) => (choice?.value ?? null) !== current && (choice || !field.required))
    .map((choice) => ({
      key: choice?.value ?? '',
      label: choice ? label(choice.label) : t('board.none'),
      run: () => void onMove?.(record, titles, choice?.value ?? null),
    }))
  return (
    <li ref={ref} {...handle.listeners} style={style} className={`board-card ${looks}`}>
      <div className="board-card-head">
        <Link to="/o/$path/$id" params={{ path: object.path, id: record.id }} draggable={false} className="board-title">
          {title}
        </Link>
        <IncompleteMark record={record} />
        {onMove && (
          <Menu entries={[{ key: 'to', title: t('board.moveTo'), items: entries }]}>
            <span>
              <IconButton icon={Ellipsis} size={15} label={t('board.move', { title })} />
            </span>
          </Menu>
        )}
      </div>
      {facts.length > 0 && (
        <div className="board-facts">
          {facts.map((fact) => (
            <span key={fact.name} title={label(fact.label)}>
              <RecordValue object={object} field={fact} record={record} titles={titles} dense />
            </span>
          ))}
        </div>
      )}
    </li>
  )
}
