import { PencilLine, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Filter } from '#shared/filter'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { useRecords } from '../../../web/api/use-records.ts'
import { Button, IconButton } from '../../../web/ui/button.tsx'
import { ErrorState } from '../../../web/ui/error-state.tsx'
import { FieldValue } from '../../../web/ui/field-value.tsx'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import { useWords } from '../../../web/words/words.ts'
import { ApprovalForm } from './approval-form.tsx'
import { ToldCase } from './told-case.tsx'
import { useApprovalShape } from './use-approval-shape.ts'
import { useDefinition } from './use-definition.ts'
import { useOwnWords } from './words.ts'
import './approvals.css'

type ApprovalsPartProps = { object: ObjectWire; rule: ObjectWire }

/** Which changes of an object wait for whom: the house's own rules, each with its case and those who sign. */
export function ApprovalsPart({ object, rule }: ApprovalsPartProps) {
  const t = useOwnWords()
  const { rows, error, isPending } = useRecords(rule, { object: object.name }, { sort: 'createdAt' })
  const shaped = useApprovalShape(object, rule)
  const [opened, setOpened] = useState<string>()
  if (error) return <ErrorState error={error} />
  if (isPending) return <Skeleton rows={6} />
  const close = (): void => setOpened(undefined)
  return (
    <section className="approvals" aria-label={t('tabs.approvals')}>
      <p className="muted">{t('approvals.text')}</p>
      {rows.length === 0 && opened === undefined && <p>{t('approvals.none')}</p>}
      <ul>
        {rows.map((record) => (
          <li key={record.id} className="approval">
            {opened === record.id ? (
              <ApprovalForm {...{ object, record }} rule={shaped} onEnd={close} />
            ) : (
              <ToldRule {...{ object, record }} rule={shaped} onEdit={() => setOpened(record.id)} />
            )}
          </li>
        ))}
        {opened === '' && (
          <li className="approval">
            <ApprovalForm object={object} rule={shaped} onEnd={close} />
          </li>
        )}
      </ul>
      {rule.can.includes('create') && opened === undefined && (
        <div className="layout-actions">
          <Button icon={Plus} onClick={() => setOpened('')}>
            {t('approvals.add')}
          </Button>
        </div>
      )}
    </section>
  )
}

type ToldRuleProps = ApprovalsPartProps & { record: RecordAnswer; onEdit: () => void }

/** A rule in words; what is empty says nothing. */
function ToldRule({ object, rule, record, onEdit }: ToldRuleProps) {
  const t = useOwnWords()
  const { label } = useWords()
  const definition = useDefinition(rule)
  const name = String(record.name)
  const told = rule.fields.filter((field) => shown.has(field.name) && isSaid(record[field.name]))
  const where = record.when as Filter | null
  return (
    <>
      <div className="approval-head">
        <h2>{name}</h2>
        {record.can.includes('update') && (
          <IconButton icon={PencilLine} label={t('approvals.edit', { name })} onClick={onEdit} />
        )}
        {record.can.includes('delete') && (
          <IconButton
            icon={Trash2}
            label={t('approvals.remove', { name })}
            onClick={() => void definition.remove(record.id, t('approvals.removed', { name }))}
          />
        )}
      </div>
      <dl className="approval-told">
        {told.map((field) => (
          <div key={field.name}>
            <dt>{label(field.label)}</dt>
            <dd>
              <FieldValue field={field} value={record[field.name]} titles={record.titles} />
            </dd>
          </div>
        ))}
        {where && (
          <div>
            <dt>{t('approvals.when')}</dt>
            <dd>
              <ToldCase object={object} where={where} />
            </dd>
          </div>
        )}
      </dl>
    </>
  )
}

const shown = new Set(['operations', 'fields', 'exempt', 'superior', 'roles', 'people', 'note'])

function isSaid(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '' && value !== false
}
