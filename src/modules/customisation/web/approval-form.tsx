import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Filter } from '#shared/filter'
import type { Label } from '#shared/label'
import type { StarterApproval } from '#shared/starter-approvals'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import type { Values } from '../../../web/form/form-values.ts'
import { InPlaceForm } from '../../../web/form/in-place-form.tsx'
import { FilterBar } from '../../../web/list/filter-bar.tsx'
import { Trouble } from '../../../web/ui/trouble.tsx'
import { useDebounced } from '../../../web/ui/use-debounced.ts'
import { useWords } from '../../../web/words/words.ts'
import { meantFields } from './approval-fields.ts'
import { approvalQuery } from './foresight.ts'
import { stepsIn } from './steps.ts'
import { StepsEditor } from './steps-editor.tsx'
import { useOwnWords } from './words.ts'

type ApprovalFormProps = {
  object: ObjectWire
  rule: ObjectWire
  record?: RecordAnswer
  /** What a new rule begins with. */
  starter?: StarterApproval
  onEnd: () => void
}

/** A rule with its case by conditions as lists have them, and what it would do to the records that there are. */
export function ApprovalForm({ object, rule, record, starter, onEnd }: ApprovalFormProps) {
  const t = useOwnWords()
  const { label } = useWords()
  const [when, setWhen] = useState(record ? (record.when as Filter | null | undefined) : starter?.when)
  const [steps, setSteps] = useState(stepsIn(record ? record.steps : starter?.steps))
  return (
    <div className="rule-form">
      <InPlaceForm
        object={rule}
        record={record}
        fields={(typed) => ['name', ...meantFields(rule, typed)]}
        start={{ superior: true, ...(starter ? begun(starter, label) : { operations: ['update'] }) }}
        fixed={{ object: object.name, when: when ?? null, steps: steps.length ? steps : null }}
        label={record ? t('approvals.edit', { name: String(record.name) }) : t('approvals.add')}
        foot={(values) => (
          <>
            <section aria-label={t('approvals.when')}>
              <h2>{t('approvals.when')}</h2>
              <p className="meta">{t('approvals.whenText')}</p>
              <FilterBar
                object={{ ...object, searchable: false }}
                query={{ where: when ?? undefined }}
                onChange={({ where }) => setWhen(where ?? null)}
              />
            </section>
            <StepsEditor object={object} rule={rule} steps={steps} onChange={setSteps} />
            <Foresight object={object} values={values} when={when} />
          </>
        )}
        onEnd={onEnd}
      />
    </div>
  )
}

/** The fields of the form that a usual rule fills. */
function begun(starter: StarterApproval, label: (label: Label) => string): Values {
  const { name, note, operations, fields, needs, days, again } = starter
  return { name: label(name), note: label(note), operations, fields, needs, days, again }
}

type ForesightProps = { object: ObjectWire; values: Values; when: Filter | null | undefined }

/** How many records fall under the rule as it stands in the form, and how many changes of late would have waited. */
function Foresight({ object, values, when }: ForesightProps) {
  const t = useOwnWords()
  const { format } = useWords()
  const { operations, fields, exempt, superior, roles, people, again, holds } = values
  const asked = { operations, fields, exempt, superior, roles, people }
  const given = Object.entries(asked).filter(([, value]) => value !== null && value !== undefined)
  // As a text, which rests as long as it says the same.
  const rested = useDebounced(JSON.stringify({ ...Object.fromEntries(given), object: object.name, when }), 300)
  const isWhole = [operations].flat().some(Boolean) && [superior, roles, people].flat().some(Boolean)
  const { data, error } = useQuery({ ...approvalQuery(JSON.parse(rested)), enabled: isWhole })
  if (!isWhole) return <p className="meta">{t('approvals.unsigned')}</p>
  return (
    <section className="approval-foresight" aria-label={t('needs.foresight')} aria-live="polite">
      {data && (
        <p>
          {t('approvals.matching', { count: data.records, matching: format.number(data.matching) })}{' '}
          <strong>
            {t('approvals.waiting', { days: data.days, count: data.changes, waiting: format.number(data.waiting) })}
          </strong>
        </p>
      )}
      {/* What is only keyed again holds meanwhile. */}
      {data?.unsigned && !(again && !holds) && <p className="approval-gap">{t('approvals.own')}</p>}
      <Trouble text={error?.message} />
    </section>
  )
}
