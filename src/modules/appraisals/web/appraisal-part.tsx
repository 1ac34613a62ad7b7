import { Link } from '@tanstack/react-router'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { useObjectNamed } from '../../../web/api/definitions.ts'
import { useRecords } from '../../../web/api/use-records.ts'
import { InPlaceSection } from '../../../web/file/in-place-section.tsx'
import { MarksTable } from './marks-table.tsx'
import { TurnPart } from './turn-part.tsx'
import { useAppraisalWords } from './words.ts'
import './appraisals.css'

type PartProps = { object: ObjectWire; record: RecordAnswer }

/** How the total came about, what is to be made better, and the word of whose turn it is. */
export function AppraisalPart({ object, record }: PartProps) {
  const t = useAppraisalWords()
  const scores = useObjectNamed('indicator_score')
  const improvements = useObjectNamed('improvement')
  return (
    <div className="appraisal-part">
      <InPlaceSection title={t('title')} icon={object.icon}>
        <MarksTable record={record} />
        <p className="meta">{t('formula')}</p>
        {scores?.can.includes('read') && typeof record.counted === 'string' && (
          <p>
            <Link to="/o/$path/$id" params={{ path: scores.path, id: record.counted }} className="link">
              {t('frozen')}
            </Link>
          </p>
        )}
        {improvements?.can.includes('read') && <Improvements object={improvements} record={record} />}
      </InPlaceSection>
      <TurnPart object={object} record={record} />
    </div>
  )
}

function Improvements({ object, record }: PartProps) {
  const t = useAppraisalWords()
  const { rows } = useRecords(object, { appraisal: record.id }, { sort: 'createdAt' })
  if (rows.length === 0) return null
  return (
    <p className="appraisal-links">
      {t('improvements')}{' '}
      {rows.map(({ id, title }) => (
        <Link key={id} to="/o/$path/$id" params={{ path: object.path, id }} className="link">
          {String(title)}
        </Link>
      ))}
    </p>
  )
}
