import { Pencil } from 'lucide-react'
import { useState } from 'react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { fieldOf } from '../../../web/api/definitions.ts'
import { useRecords } from '../../../web/api/use-records.ts'
import { InPlaceSection } from '../../../web/file/in-place-section.tsx'
import { InPlaceForm } from '../../../web/form/in-place-form.tsx'
import { IconButton } from '../../../web/ui/button.tsx'
import { choicesOf } from '../../../web/ui/cells/choice.ts'
import { FieldValue } from '../../../web/ui/field-value.tsx'
import { useWords } from '../../../web/words/words.ts'
import { useStandardTold } from './use-standard-told.ts'
import { useGradingWords } from './words.ts'

/** What customers of each tier may expect; set where it stands. */
export function Standards({ object, customer }: { object: ObjectWire; customer: ObjectWire }) {
  const t = useGradingWords()
  const { rows, error } = useRecords(object, {}, {})
  const tier = fieldOf(customer, 'tier')
  const tiers = tier ? choicesOf(tier).filter(({ hidden }) => !hidden) : []
  return (
    <InPlaceSection title={t('standards')} icon={object.icon} error={error}>
      <p className="muted">{t('standardsText')}</p>
      <ul>
        {tiers.map(({ value }) => (
          <Standard
            key={value}
            object={object}
            customer={customer}
            tier={value}
            record={rows.find((row) => row.tier === value)}
          />
        ))}
      </ul>
    </InPlaceSection>
  )
}

type StandardProps = { object: ObjectWire; customer: ObjectWire; tier: string; record: RecordAnswer | undefined }

function Standard({ object, customer, tier, record }: StandardProps) {
  const t = useGradingWords()
  const { label } = useWords()
  const [isEditing, setEditing] = useState(false)
  const told = useStandardTold()(record)
  const field = fieldOf(customer, 'tier')
  const named = field && choicesOf(field).find(({ value }) => value === tier)
  const edit = t('editStandard', { tier: named ? label(named.label) : tier })
  if (isEditing)
    return (
      <li>
        <InPlaceForm
          object={object}
          record={record}
          fields={['contactDays', 'responseHours', 'offers']}
          fixed={record ? {} : { tier }}
          label={edit}
          head={field && <FieldValue field={field} value={tier} titles={{}} dense />}
          onEnd={() => setEditing(false)}
        />
      </li>
    )
  return (
    <li className="in-place-line">
      <span className="in-place-text">
        {field && <FieldValue field={field} value={tier} titles={{}} dense />}
        <span className={told ? undefined : 'muted'}>{told || t('noStandard')}</span>
      </span>
      {object.can.includes(record ? 'update' : 'create') && (
        <IconButton icon={Pencil} size={15} label={edit} onClick={() => setEditing(true)} />
      )}
    </li>
  )
}
