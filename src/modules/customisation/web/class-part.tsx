import { Plus, RotateCcw } from 'lucide-react'
import { errorSentence } from '#shared/app-error'
import { fieldOfPart, separators } from '#shared/class-scheme'
import type { FieldWire, ObjectWire, RecordAnswer } from '#shared/wire'
import { fieldOf } from '../../../web/api/definitions.ts'
import { useRecords } from '../../../web/api/use-records.ts'
import { Button } from '../../../web/ui/button.tsx'
import { confirm } from '../../../web/ui/confirm.tsx'
import { DragBetween } from '../../../web/ui/drag-between.tsx'
import { ErrorState } from '../../../web/ui/error-state.tsx'
import { PlainSelect } from '../../../web/ui/inputs/plain-select.tsx'
import { Menu } from '../../../web/ui/menu.tsx'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import { Trouble } from '../../../web/ui/trouble.tsx'
import { useWords } from '../../../web/words/words.ts'
import { classedFields, type ClassPart as Part } from './class-draft.ts'
import { ClassLine } from './class-line.tsx'
import { ClassPreview } from './class-preview.tsx'
import { shownBy } from './number-draft.ts'
import { useClassDraft } from './use-class-draft.ts'
import { useOwnWords } from './words.ts'
import './layout.css'
import './rules.css'

type ClassPartProps = { object: ObjectWire; rule: ObjectWire }

/** How the class code of an object is made: its places in order, and beside them what that does to the files that there are. */
export function ClassPart({ object, rule }: ClassPartProps) {
  const { rows, error, isPending } = useRecords(rule, { object: object.name, rule: 'class' })
  if (error) return <ErrorState error={error} />
  if (isPending) return <Skeleton rows={6} />
  return classedFields(object).map((field) => (
    <Scheme key={field.name} {...{ object, rule, field }} record={rows.find((row) => row.field === field.name)} />
  ))
}

function Scheme({ object, rule, field, record }: ClassPartProps & { field: FieldWire; record?: RecordAnswer }) {
  const t = useOwnWords()
  const { t: common, label, locale } = useWords()
  const doings = useClassDraft({ object, rule, field, record })
  const { places, scheme, problem, isDirty } = doings
  const mayChange = record ? record.can.includes('update') : rule.can.includes('create')
  const nameOf = (part: Part): string => {
    const shown = fieldOf(object, fieldOfPart(part))
    return shown ? label(shown.label) : fieldOfPart(part)
  }
  const question = { title: t('classes.resetTitle'), text: t('classes.resetText'), action: t('numbers.reset') }
  const reset = async (): Promise<void> => {
    if (await confirm(question)) await doings.reset()
  }
  const separate = (chosen: string): void => {
    const separator = separators.find((one) => one === chosen)
    if (separator) doings.separate(separator)
  }
  const entries = (['field', 'region'] as const)
    .filter((sort) => shownBy(object, sort).length > 0)
    .map((sort) => ({ key: sort, label: t(`numbers.sorts.${sort}`), run: () => doings.add(sort) }))
  return (
    <section className="layout-part" aria-label={label(field.label)}>
      <div className="layout-sections">
        <h2>{label(field.label)}</h2>
        <p className="muted">{t('classes.text')}</p>
        <p className="visually-hidden" role="status">
          {doings.told}
        </p>
        <DragBetween
          hint={t('layout.draggable')}
          onDrop={(dragged, at) => doings.move(String(dragged.part), String(at.part), nameOf)}
        >
          <ol className="number-lines">
            {places.map(({ key, part }, at) => (
              <ClassLine
                key={key}
                {...{ object, part }}
                id={key}
                place={at + 1}
                onStep={(by) => doings.step(key, by, nameOf)}
                onChange={mayChange ? (next) => doings.put(key, next) : undefined}
                onDrop={() => doings.discard(key)}
              />
            ))}
          </ol>
        </DragBetween>
        <div className="class-separator">
          <span className="muted">{t('classes.separator')}</span>
          <PlainSelect
            aria-label={t('classes.separator')}
            value={scheme.separator}
            options={separators.map((value) => ({ value, label: value }))}
            disabled={!mayChange}
            onChange={separate}
          />
        </div>
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
      {mayChange && <ClassPreview {...{ object, field, scheme }} isAsked={isDirty && problem === undefined} />}
    </section>
  )
}
