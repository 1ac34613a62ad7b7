import { fieldOfPart, separators } from '#shared/class-scheme'
import type { FieldWire, ObjectWire, RecordAnswer } from '#shared/wire'
import { fieldOf } from '../../../web/api/definitions.ts'
import { useRecords } from '../../../web/api/use-records.ts'
import { ErrorState } from '../../../web/ui/error-state.tsx'
import { PlainSelect } from '../../../web/ui/inputs/plain-select.tsx'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import { useWords } from '../../../web/words/words.ts'
import { classedFields, type ClassPart as Part } from './class-draft.ts'
import { ClassLine } from './class-line.tsx'
import { ClassPreview } from './class-preview.tsx'
import { shownBy } from './number-draft.ts'
import { PartsRule } from './parts-rule.tsx'
import { useClassDraft } from './use-class-draft.ts'
import { useOwnWords } from './words.ts'

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
  const { label } = useWords()
  const doings = useClassDraft({ object, rule, field, record })
  const { places, scheme, problem, isDirty } = doings
  const mayChange = record ? record.can.includes('update') : rule.can.includes('create')
  const nameOf = (part: Part): string => {
    const shown = fieldOf(object, fieldOfPart(part))
    return shown ? label(shown.label) : fieldOfPart(part)
  }
  const separate = (chosen: string): void => {
    const separator = separators.find((one) => one === chosen)
    if (separator) doings.separate(separator)
  }
  const offered = (['field', 'region'] as const).filter((sort) => shownBy(object, sort).length > 0)
  return (
    <PartsRule
      {...{ field, record, mayChange, problem, isDirty }}
      text={t('classes.text')}
      told={doings.told}
      onDrop={(dragged, at) => doings.move(String(dragged.part), String(at.part), nameOf)}
      lines={places.map(({ key, part }, at) => (
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
      more={
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
      }
      entries={offered.map((sort) => ({
        key: sort,
        label: t(`numbers.sorts.${sort}`),
        run: () => doings.add(sort),
      }))}
      question={{ title: t('classes.resetTitle'), text: t('classes.resetText') }}
      reset={doings.reset}
      save={doings.save}
      preview={<ClassPreview {...{ object, field, scheme }} isAsked={isDirty && problem === undefined} />}
    />
  )
}
