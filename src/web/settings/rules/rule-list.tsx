import { PencilLine, Plus, Trash2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Filter } from '#shared/filter'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { useRecords } from '../../api/use-records.ts'
import type { Values } from '../../form/form-values.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { FieldValue } from '../../ui/field-value.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useWords } from '../../words/words.ts'
import { ToldCase } from './told-case.tsx'
import { useDefinition } from './use-definition.ts'
import './rules.css'

type RuleWords = {
  title: string
  text: string
  none: string
  add: string
  when: string
  edit: (name: string) => string
  remove: (name: string) => string
  removed: (name: string) => string
}

type RuleListProps = {
  /** Whose records the cases are about. */
  object: ObjectWire
  /** The rules themselves. */
  rule: ObjectWire
  where: Values
  sort: string
  words: RuleWords
  /** Fields that a rule tells of itself, where they say something. */
  shown: (record: RecordAnswer) => readonly string[]
  /** Stands beside its name. */
  mark?: (record: RecordAnswer) => ReactNode
  /** How a value is told, where not as its field says. */
  told?: (field: string, record: RecordAnswer) => ReactNode
  /** Stands before its case. */
  more?: (record: RecordAnswer) => ReactNode
  /** Stands above the list. */
  head?: ReactNode
  form: (record: RecordAnswer | undefined, onEnd: () => void) => ReactNode
}

/** Rules of the house's own, each with its case in words; written, changed and ended where they stand. */
export function RuleList({ object, rule, where, sort, words, shown, mark, told, more, head, form }: RuleListProps) {
  const { rows, error, isPending } = useRecords(rule, where, { sort })
  const [opened, setOpened] = useState<string>()
  if (error) return <ErrorState error={error} />
  if (isPending) return <Skeleton rows={6} />
  const close = (): void => setOpened(undefined)
  return (
    <section className="rules" aria-label={words.title}>
      <p className="muted">{words.text}</p>
      {head}
      {rows.length === 0 && opened === undefined && <p>{words.none}</p>}
      <ul>
        {rows.map((record) => (
          <li key={record.id} className="rule">
            {opened === record.id ? (
              form(record, close)
            ) : (
              <ToldRule
                {...{ object, rule, record, words, shown, mark, told, more }}
                onEdit={() => setOpened(record.id)}
              />
            )}
          </li>
        ))}
        {opened === '' && <li className="rule">{form(undefined, close)}</li>}
      </ul>
      {rule.can.includes('create') && opened === undefined && (
        <div className="rule-actions">
          <Button icon={Plus} onClick={() => setOpened('')}>
            {words.add}
          </Button>
        </div>
      )}
    </section>
  )
}

type ToldRuleProps = Pick<RuleListProps, 'object' | 'rule' | 'words' | 'shown' | 'mark' | 'told' | 'more'> & {
  record: RecordAnswer
  onEdit: () => void
}

/** A rule in words; what is empty says nothing. */
function ToldRule({ object, rule, record, words, shown, mark, told, more, onEdit }: ToldRuleProps) {
  const { label } = useWords()
  const definition = useDefinition(rule)
  const name = String(record.name)
  const fields = rule.fields.filter(({ name }) => shown(record).includes(name) && isSaid(record[name]))
  const where = record.when as Filter | null
  return (
    <>
      <div className="rule-head">
        <h2>{name}</h2>
        {mark?.(record)}
        {record.can.includes('update') && <IconButton icon={PencilLine} label={words.edit(name)} onClick={onEdit} />}
        {record.can.includes('delete') && (
          <IconButton
            icon={Trash2}
            label={words.remove(name)}
            onClick={() => void definition.remove(record.id, words.removed(name))}
          />
        )}
      </div>
      <dl className="rule-told">
        {fields.map((field) => (
          <div key={field.name}>
            <dt>{label(field.label)}</dt>
            <dd>
              {told?.(field.name, record) ?? (
                <FieldValue field={field} value={record[field.name]} titles={record.titles} />
              )}
            </dd>
          </div>
        ))}
        {more?.(record)}
        {where && (
          <div>
            <dt>{words.when}</dt>
            <dd>
              <ToldCase object={object} where={where} />
            </dd>
          </div>
        )}
      </dl>
    </>
  )
}

function isSaid(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '' && value !== false
}
