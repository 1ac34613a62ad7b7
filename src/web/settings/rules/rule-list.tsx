import { PencilLine, Plus, Trash2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Filter } from '#shared/filter'
import type { Label } from '#shared/label'
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
import '../../file/in-place.css'
import './rules.css'

/** A rule that most companies have; shown in its form, it holds once it is saved. */
export type UsualRule = { name: Label; note: Label }

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

type RuleListProps<Usual extends UsualRule> = {
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
  /** Rules to begin with, offered as long as there is none of that name. */
  usual?: { summary: (count: number) => string; look: string; rules: readonly Usual[] }
  form: (record: RecordAnswer | undefined, onEnd: () => void, usual?: Usual) => ReactNode
}

/** Rules of the house's own, each with its case in words; written, changed and ended where they stand. */
export function RuleList<Usual extends UsualRule = UsualRule>({
  object,
  rule,
  where,
  sort,
  words,
  shown,
  mark,
  told,
  more,
  head,
  usual,
  form,
}: RuleListProps<Usual>) {
  const { rows, error, isPending } = useRecords(rule, where, { sort })
  const [opened, setOpened] = useState<string>()
  const [begun, setBegun] = useState<Usual>()
  if (error) return <ErrorState error={error} />
  if (isPending) return <Skeleton rows={6} />
  const close = (): void => {
    setOpened(undefined)
    setBegun(undefined)
  }
  const begin = (rule?: Usual): void => {
    setBegun(rule)
    setOpened('')
  }
  const known = new Set(rows.map(({ name }) => name))
  const missing = usual?.rules.filter(({ name }) => !known.has(name.zh) && !known.has(name.en)) ?? []
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
        {opened === '' && <li className="rule">{form(undefined, close, begun)}</li>}
      </ul>
      {rule.can.includes('create') && opened === undefined && (
        <div className="rule-actions">
          <Button icon={Plus} onClick={() => begin()}>
            {words.add}
          </Button>
        </div>
      )}
      {usual && missing.length > 0 && rule.can.includes('create') && opened === undefined && (
        <details className="rules-usual" open={rows.length === 0}>
          <summary>{usual.summary(missing.length)}</summary>
          <ul>
            {missing.map((one) => (
              <UsualLine key={one.name.en} rule={one} look={usual.look} onLook={() => begin(one)} />
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

type UsualLineProps = { rule: UsualRule; look: string; onLook: () => void }

function UsualLine({ rule, look, onLook }: UsualLineProps) {
  const { label } = useWords()
  return (
    <li className="in-place-line">
      <span className="in-place-text">
        <span>{label(rule.name)}</span>
        <span className="meta">{label(rule.note)}</span>
      </span>
      <Button small look="quiet" title={label(rule.name)} onClick={onLook}>
        {look}
      </Button>
    </li>
  )
}

type ToldRuleProps = Pick<
  RuleListProps<UsualRule>,
  'object' | 'rule' | 'words' | 'shown' | 'mark' | 'told' | 'more'
> & {
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
