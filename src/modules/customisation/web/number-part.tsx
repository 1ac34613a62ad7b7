import type { FieldWire, ObjectWire, RecordAnswer } from '#shared/wire'
import { useRecords } from '../../../web/api/use-records.ts'
import { ErrorState } from '../../../web/ui/error-state.tsx'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import { numberedFields, partSorts, shownBy } from './number-draft.ts'
import { NumberLine } from './number-line.tsx'
import { NumberPreview } from './number-preview.tsx'
import { PartsRule } from './parts-rule.tsx'
import { useNumberDraft } from './use-number-draft.ts'
import { useOwnWords } from './words.ts'

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
  const doings = useNumberDraft({ object, rule, field, record })
  const { draft, parts, problem } = doings
  const mayChange = record ? record.can.includes('update') : rule.can.includes('create')
  const offered = partSorts.filter((sort) => {
    if (sort === 'sequence') return !parts.some((part) => 'sequence' in part)
    return sort === 'text' || sort === 'date' || shownBy(object, sort).length > 0
  })
  return (
    <PartsRule
      {...{ field, record, mayChange, problem }}
      text={t('numbers.text')}
      told={doings.told}
      onDrop={doings.drop}
      lines={draft.map(({ key, part }, at) => (
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
      isDirty={doings.isDirty}
      entries={offered.map((sort) => ({
        key: sort,
        label: t(`numbers.sorts.${sort}`),
        run: () => doings.add(sort),
      }))}
      question={{ title: t('numbers.resetTitle'), text: t('numbers.resetText') }}
      reset={doings.reset}
      save={doings.save}
      preview={<NumberPreview {...{ object, field, parts }} isSound={problem === undefined} />}
    />
  )
}
