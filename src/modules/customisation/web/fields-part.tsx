import { useNavigate } from '@tanstack/react-router'
import { Ellipsis, Eye, EyeOff, Lock, PencilLine, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { FieldWire, ObjectWire, RecordAnswer } from '#shared/wire'
import { fieldOf } from '../../../web/api/definitions.ts'
import { useRecords } from '../../../web/api/use-records.ts'
import { useRestoreRecord } from '../../../web/file/use-restore-record.ts'
import { useDelete } from '../../../web/list/use-delete.ts'
import { useDefinition } from '../../../web/settings/rules/use-definition.ts'
import { Button, IconButton } from '../../../web/ui/button.tsx'
import { ErrorState } from '../../../web/ui/error-state.tsx'
import { Menu } from '../../../web/ui/menu.tsx'
import { Pill } from '../../../web/ui/pill.tsx'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import { useLevelWord } from '../../../web/words/level-word.ts'
import { titleOf } from '../../../web/words/title-of.ts'
import { useWords } from '../../../web/words/words.ts'
import { kindNamed } from './kinds.ts'
import { useOwnWords } from './words.ts'

type FieldsPartProps = { object: ObjectWire; customField: ObjectWire }

/** The fields of an object by section, then those that are hidden, and those that can still be brought back. */
export function FieldsPart({ object, customField }: FieldsPartProps) {
  const t = useOwnWords()
  const { label } = useWords()
  const where = { object: object.name }
  const { rows, error, isPending } = useRecords(customField, where)
  const removed = useRecords(customField, where, { deleted: true })
  if (error) return <ErrorState error={error} />
  if (isPending) return <Skeleton rows={10} />
  const placed = new Set(object.sections.flatMap(({ fields }) => fields))
  const elsewhere = object.fields.filter(({ name }) => !placed.has(name))
  const hidden = rows.filter((row) => row.hidden === true)
  const lines = (fields: readonly FieldWire[]) =>
    fields.map((field) => (
      <FieldLine key={field.name} field={field}>
        {field.custom && (
          <FieldMenu {...{ object, customField }} record={rows.find(({ name }) => name === field.name)} />
        )}
      </FieldLine>
    ))
  return (
    <>
      {object.sections.map(({ name, label: title, fields }) => (
        <FieldGroup key={name} title={label(title)}>
          {lines(fields.flatMap((field) => fieldOf(object, field) ?? []))}
        </FieldGroup>
      ))}
      {elsewhere.length > 0 && <FieldGroup title={t('fields.elsewhere')}>{lines(elsewhere)}</FieldGroup>}
      {hidden.length > 0 && (
        <FieldGroup title={t('fields.hidden')} text={t('fields.hiddenText')}>
          {hidden.map((record) => (
            <li key={record.id} className="field-line">
              <FieldName kind={record.kind} title={titleOf(customField, record)} code={String(record.name)} />
              <FieldMenu {...{ object, customField, record }} />
            </li>
          ))}
        </FieldGroup>
      )}
      {removed.rows.length > 0 && (
        <FieldGroup title={t('fields.removed')} text={t('fields.removedText')}>
          {removed.rows.map((record) => (
            <RemovedLine key={record.id} customField={customField} record={record} />
          ))}
        </FieldGroup>
      )}
    </>
  )
}

function FieldGroup({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  return (
    <section className="settings-group" aria-label={title}>
      <h2>{title}</h2>
      {text && <p className="muted">{text}</p>}
      <ul>{children}</ul>
    </section>
  )
}

function FieldName({ kind, title, code }: { kind: unknown; title: string; code: string }) {
  const Drawn = kindNamed(kind)?.icon
  return (
    <span className="field-line-name">
      {Drawn && <Drawn size={16} strokeWidth={1.75} aria-hidden />}
      <strong className="truncate">{title}</strong>
      <code className="meta truncate">{code}</code>
    </span>
  )
}

function FieldLine({ field, children }: { field: FieldWire; children: ReactNode }) {
  const t = useOwnWords()
  const { label } = useWords()
  const level = useLevelWord()
  const kind = kindNamed(field.kind)?.name
  return (
    <li className="field-line">
      <FieldName kind={field.kind} title={label(field.label)} code={field.name} />
      <span className="meta field-line-kind">{kind ? t(`kinds.${kind}.name`) : field.kind}</span>
      <span className="pills">
        {field.required && <Pill colour="blue">{t('fields.required')}</Pill>}
        {field.level > 1 && <Pill colour={field.level === 3 ? 'red' : 'amber'}>{level(field.level)}</Pill>}
        {field.sealed && (
          <span className="meta field-line-sealed">
            <Lock size={12} aria-hidden /> {t('fields.sealed')}
          </span>
        )}
        {field.custom && <Pill colour="violet">{t('fields.own')}</Pill>}
      </span>
      {children}
    </li>
  )
}

type FieldMenuProps = FieldsPartProps & { record?: RecordAnswer }

function FieldMenu({ object, customField, record }: FieldMenuProps) {
  const t = useOwnWords()
  const navigate = useNavigate()
  const { write } = useDefinition(customField)
  const remove = useDelete(customField)
  if (!record?.can.includes('update')) return null
  const { id } = record
  const name = titleOf(customField, record)
  const isHidden = record.hidden === true
  const told = t(isHidden ? 'fields.isShown' : 'fields.isHidden', { name })
  const entries = [
    {
      key: 'change',
      label: t('fields.change'),
      icon: PencilLine,
      run: () => void navigate({ to: '/settings/objects/$name/fields/$id', params: { name: object.name, id } }),
    },
    {
      key: 'hide',
      label: t(isHidden ? 'fields.show' : 'fields.hide'),
      icon: isHidden ? Eye : EyeOff,
      run: () => void write({ record, values: { hidden: !isHidden }, told }),
    },
    { key: 'remove', label: t('fields.remove'), icon: Trash2, danger: true, run: () => void remove([id]) },
  ]
  return (
    <Menu entries={record.can.includes('delete') ? entries : entries.slice(0, 2)}>
      <span className="field-line-menu">
        <IconButton icon={Ellipsis} label={t('fields.menu', { name })} />
      </span>
    </Menu>
  )
}

const keptDays = 30
const dayMs = 86_400_000

function RemovedLine({ customField, record }: { customField: ObjectWire; record: RecordAnswer }) {
  const t = useOwnWords()
  const { t: common } = useWords()
  const restore = useRestoreRecord(customField)
  const gone = new Date(record.deletedAt ?? record.updatedAt).getTime()
  const left = Math.max(0, Math.ceil((gone + keptDays * dayMs - Date.now()) / dayMs))
  return (
    <li className="field-line">
      <FieldName kind={record.kind} title={titleOf(customField, record)} code={String(record.name)} />
      <span className="meta">{t('fields.goes', { count: left })}</span>
      {record.can.includes('delete') && (
        <Button small busy={restore.isPending} onClick={() => restore.mutate(record.id)}>
          {common('action.restore')}
        </Button>
      )}
    </li>
  )
}
