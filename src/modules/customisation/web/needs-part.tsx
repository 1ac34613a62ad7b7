import { useState } from 'react'
import type { FieldWire, ObjectWire, RecordAnswer } from '#shared/wire'
import { fieldOf } from '../../../web/api/definitions.ts'
import { useRecords } from '../../../web/api/use-records.ts'
import { ErrorState } from '../../../web/ui/error-state.tsx'
import { PlainSelect } from '../../../web/ui/inputs/plain-select.tsx'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import { usePhone } from '../../../web/ui/use-phone.ts'
import { useWords } from '../../../web/words/words.ts'
import { CasesDrawer } from './cases-drawer.tsx'
import { dimensionsOf } from './needs-draft.ts'
import { NeedsForesight } from './needs-foresight.tsx'
import { NeedsCards, NeedsMatrix } from './needs-matrix.tsx'
import { useNeedsDraft } from './use-needs-draft.ts'
import { useOwnWords } from './words.ts'
import './needs.css'

type NeedsPartProps = { object: ObjectWire; rule: ObjectWire }

/** Which fields a record needs in which case, as a matrix, with what a change does to the records that there are. */
export function NeedsPart({ object, rule }: NeedsPartProps) {
  const { rows, error, isPending } = useRecords(rule, { object: object.name, rule: 'needs' })
  if (error) return <ErrorState error={error} />
  if (isPending) return <Skeleton rows={10} />
  return <Needs object={object} rule={rule} records={rows} />
}

function Needs({ object, rule, records }: NeedsPartProps & { records: readonly RecordAnswer[] }) {
  const t = useOwnWords()
  const { label } = useWords()
  const isPhone = usePhone()
  const dimensions = dimensionsOf(object)
  const [chosen, setChosen] = useState<string>()
  const [opened, setOpened] = useState<FieldWire>()
  const doings = useNeedsDraft(object, rule, records)
  const mayChange = rule.can.includes('update')
  const dimension = chosen ?? dimensions[0]
  const options = dimensions.map((name) => ({ value: name, label: label(fieldOf(object, name)?.label ?? unnamed) }))
  const shown = { object, dimension, doings, mayChange, onOpen: setOpened }
  return (
    <div className="needs-part">
      <p className="muted">{t('needs.text')}</p>
      {options.length > 1 && (
        <div className="needs-by">
          <span className="muted">{t('needs.by')}</span>
          <PlainSelect aria-label={t('needs.by')} value={dimension} options={options} onChange={setChosen} />
        </div>
      )}
      {isPhone ? <NeedsCards {...shown} /> : <NeedsMatrix key={dimension} {...shown} />}
      {mayChange && <NeedsForesight object={object} doings={doings} />}
      {opened && (
        <CasesDrawer
          object={object}
          field={opened}
          doings={doings}
          mayChange={mayChange}
          onClose={() => setOpened(undefined)}
        />
      )}
    </div>
  )
}

const unnamed = { zh: '', en: '' }
