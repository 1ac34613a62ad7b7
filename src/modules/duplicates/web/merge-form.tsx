import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Combine } from 'lucide-react'
import { useState } from 'react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { fieldOf } from '../../../web/api/definitions.ts'
import { useCounted } from '../../../web/proposal/use-counted.ts'
import { useProposed } from '../../../web/proposal/use-proposed.ts'
import { Button } from '../../../web/ui/button.tsx'
import { confirm } from '../../../web/ui/confirm.tsx'
import { RecordValue } from '../../../web/ui/field-value.tsx'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import { toast } from '../../../web/ui/toast.tsx'
import { Trouble } from '../../../web/ui/trouble.tsx'
import { titleOf } from '../../../web/words/title-of.ts'
import { type Counted, merge, type Plan, planQuery, readAnew } from './duplicates.ts'
import { FieldChoice, Option } from './field-choice.tsx'
import { useUndoMerge } from './use-undo-merge.ts'
import { useDuplicateWords } from './words.ts'

type FormProps = { object: ObjectWire; records: readonly RecordAnswer[]; onOrder: (ids: readonly string[]) => void }

/** Which record stays, what of each field, and what goes along. */
export function MergeForm({ object, records, onOrder }: FormProps) {
  const t = useDuplicateWords()
  const [choices, setChoices] = useState<Readonly<Record<string, string>>>({})
  const [kept = '', ...joined] = records.map(({ id }) => id)
  const asked = { kept, joined, choices }
  const { data: plan, error } = useQuery({ ...planQuery(object, asked), placeholderData: keepPreviousData })
  const act = useMerge(object, records)
  const submit = async (): Promise<void> => {
    const question = { title: t('confirmTitle', { count: records.length }), text: t('confirmText') }
    // Asking changes nothing yet, and can be taken back.
    if (plan?.waits || (await confirm({ ...question, action: t('merge') }))) act.mutate(asked)
  }
  return (
    <form
      className="merging"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Heads object={object} records={records} onOrder={onOrder} />
      <Trouble text={error?.message ?? act.error?.message} />
      {!plan && !error && <Skeleton rows={8} />}
      {plan?.fields.length === 0 && <p className="muted">{t('same')}</p>}
      {plan?.fields.map((choice) => {
        const field = fieldOf(object, choice.field)
        return (
          field && (
            <FieldChoice
              key={choice.field}
              object={object}
              field={field}
              records={records}
              choice={choice}
              onChoose={(from) => setChoices({ ...choices, [choice.field]: from })}
            />
          )
        )
      })}
      {plan && <Along plan={plan} />}
      {plan && !error && (
        <div className="merging-foot">
          {plan.waits && <p>{t('waits')}</p>}
          <Button look="primary" icon={Combine} submit busy={act.isPending}>
            {t(plan.waits ? 'askMerge' : 'merge')}
          </Button>
        </div>
      )}
    </form>
  )
}

function Heads({ object, records, onOrder }: FormProps) {
  const t = useDuplicateWords()
  const ids = records.map(({ id }) => id)
  // What tells namesakes apart, such as a number.
  const first = fieldOf(object, object.head[0] ?? '')
  return (
    <fieldset className="merging-row merging-heads">
      <legend>{t('keep')}</legend>
      {records.map((record, at) => (
        <Option
          key={record.id}
          name="kept"
          isChosen={at === 0}
          onChoose={() => onOrder([record.id, ...ids.filter((id) => id !== record.id)])}
        >
          <strong>{titleOf(object, record)}</strong>
          {first && <RecordValue field={first} record={record} titles={record.titles} dense />}
          <span className="meta">{t(at === 0 ? 'kept' : 'joined')}</span>
        </Option>
      ))}
    </fieldset>
  )
}

/** What moves with it, and what will name the kept record. */
function Along({ plan: { children, references } }: { plan: Plan }) {
  const t = useDuplicateWords()
  return (
    <section className="merging-along">
      <Counts word={t('moves')} counts={children} />
      <Counts word={t('refers')} counts={references} />
      {children.length + references.length === 0 && <p className="muted">{t('nothingMoves')}</p>}
      <p className="muted">{t('history')}</p>
    </section>
  )
}

function Counts({ word, counts }: { word: string; counts: readonly Counted[] }) {
  const what = useCounted(counts)
  return what && <p>{[word, what].join(' ')}</p>
}

function useMerge(object: ObjectWire, records: readonly RecordAnswer[]) {
  const t = useDuplicateWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const undo = useUndoMerge(object)
  const { tell } = useProposed()
  return useMutation({
    mutationFn: (asked: Parameters<typeof merge>[1]) =>
      merge(object, asked, Object.fromEntries(records.map(({ id, version }) => [id, version]))),
    onSuccess: async ({ id, proposed }, { kept }) => {
      if (!tell(proposed ?? undefined))
        toast({ text: t('done'), ...(id && { action: { label: t('undo'), run: () => undo.mutate(id) } }) })
      // This page would ask for records that are no longer there.
      await navigate({ to: '/o/$path/$id', params: { path: object.path, id: kept } })
      readAnew(client)
    },
  })
}
