import { Plus, RotateCcw } from 'lucide-react'
import { errorSentence } from '#shared/app-error'
import type { FieldWire, ObjectWire, RecordAnswer } from '#shared/wire'
import { useRecords } from '../../../web/api/use-records.ts'
import { Button } from '../../../web/ui/button.tsx'
import { confirm } from '../../../web/ui/confirm.tsx'
import { DragBetween } from '../../../web/ui/drag-between.tsx'
import { ErrorState } from '../../../web/ui/error-state.tsx'
import { Menu } from '../../../web/ui/menu.tsx'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import { Trouble } from '../../../web/ui/trouble.tsx'
import { useWords } from '../../../web/words/words.ts'
import { numberedFields, partSorts, shownBy } from './number-draft.ts'
import { NumberLine } from './number-line.tsx'
import { NumberPreview } from './number-preview.tsx'
import { useNumberDraft } from './use-number-draft.ts'
import { useOwnWords } from './words.ts'
import './layout.css'
import './rules.css'

type NumberPartProps = { object: ObjectWire; rule: ObjectWire }

/** How the numbers of an object are made: their parts in order, and beside them the numbers that come next. */
export function NumberPart({ object, rule }: NumberPartProps) {
  const { rows, error, isPending } = useRecords(rule, { object: object.name, rule: 'number' })
  if (error) return <ErrorState error={error} />
  if (isPending) return <Skeleton rows={6} />
  return numberedFields(object).map((field) => (
    <Rule key={field.name} {...{ object, rule, field }} record={rows.find((row) => row.field === field.name)} />
  ))
}

function Rule({ object, rule, field, record }: NumberPartProps & { field: FieldWire; record?: RecordAnswer }) {
  const t = useOwnWords()
  const { t: common, label, locale } = useWords()
  const doings = useNumberDraft({ object, rule, field, record })
  const { draft, parts, problem, isDirty } = doings
  const mayChange = record ? record.can.includes('update') : rule.can.includes('create')
  const question = { title: t('numbers.resetTitle'), text: t('numbers.resetText'), action: t('numbers.reset') }
  const reset = async (): Promise<void> => {
    if (await confirm(question)) await doings.reset()
  }
  const offered = partSorts.filter((sort) => {
    if (sort === 'sequence') return !parts.some((part) => 'sequence' in part)
    return sort === 'text' || sort === 'date' || shownBy(object, sort).length > 0
  })
  const entries = offered.map((sort) => ({
    key: sort,
    label: t(`numbers.sorts.${sort}`),
    run: () => doings.add(sort),
  }))
  return (
    <section className="layout-part" aria-label={label(field.label)}>
      <div className="layout-sections">
        <h2>{label(field.label)}</h2>
        <p className="muted">{t('numbers.text')}</p>
        <p className="visually-hidden" role="status">
          {doings.told}
        </p>
        <DragBetween hint={t('layout.draggable')} onDrop={doings.drop}>
          <ol className="number-lines">
            {draft.map(({ key, part }, at) => (
              <NumberLine
                key={key}
                {...{ object, part, parts }}
                id={key}
                place={at + 1}
                onStep={(by) => doings.step(key, by)}
                onChange={mayChange ? (next) => doings.put(key, next) : undefined}
                onDrop={() => doings.discard(key)}
              />
            ))}
          </ol>
        </DragBetween>
        <Trouble text={problem && errorSentence(problem, {}, locale)} />
        {mayChange && (
          <div className="layout-actions">
            <Menu entries={entries}>
              <Button icon={Plus}>{t('numbers.add')}</Button>
            </Menu>
            {record?.can.includes('delete') && (
              <Button look="quiet" icon={RotateCcw} onClick={() => void reset()}>
                {t('numbers.reset')}
              </Button>
            )}
            <Button look="primary" disabled={!isDirty || problem !== undefined} onClick={() => void doings.save()}>
              {common('action.save')}
            </Button>
          </div>
        )}
      </div>
      {mayChange && <NumberPreview {...{ object, field, parts }} isSound={problem === undefined} />}
    </section>
  )
}
