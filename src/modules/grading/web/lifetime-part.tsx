import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { fieldOf, useObjectNamed } from '../../../web/api/definitions.ts'
import { InPlaceSection } from '../../../web/file/in-place-section.tsx'
import { groupsQuery } from '../../../web/groups/groups-query.ts'
import { Button } from '../../../web/ui/button.tsx'
import { FieldValue } from '../../../web/ui/field-value.tsx'
import { useWords } from '../../../web/words/words.ts'
import { isMoney, lifetimeQuery } from './lifetime.ts'
import { useGradingWords } from './words.ts'
import './grading.css'

type PartProps = { object: ObjectWire; record: RecordAnswer }

/** What a customer has been worth, beside others of their stage, and how that is computed. */
export function LifetimePart({ object, record }: PartProps) {
  const purchases = useObjectNamed('purchase')
  return purchases?.can.includes('read') && Number(record.purchaseCount) > 0 ? (
    <Lifetime purchases={purchases} object={object} record={record} />
  ) : null
}

function Lifetime({ purchases, object, record }: PartProps & { purchases: ObjectWire }) {
  const t = useGradingWords()
  const { format } = useWords()
  const { data, error } = useQuery(lifetimeQuery(purchases, record.id))
  return (
    <InPlaceSection title={t('lifetime')} icon={purchases.icon} error={error}>
      {data && (
        <dl className="lifetime">
          {data.sums.map((sum) => (
            <div key={sum.currency}>
              <dt>{t('sum')}</dt>
              <dd>{format.money(sum)}</dd>
            </div>
          ))}
          <div>
            <dt>{t('purchases')}</dt>
            <dd>{format.number(data.count)}</dd>
          </div>
          {data.first && data.last && (
            <div>
              <dt>{t('span')}</dt>
              <dd>{`${format.date(data.first)} – ${format.date(data.last)}`}</dd>
            </div>
          )}
        </dl>
      )}
      {typeof record.stage === 'string' && <OfStage object={object} stage={record.stage} />}
      <details className="lifetime-how">
        <summary>{t('how')}</summary>
        <p>{t('formula')}</p>
      </details>
    </InPlaceSection>
  )
}

/** The average of all in sight at the same stage; asked for, since it goes through all of them. */
function OfStage({ object, stage }: { object: ObjectWire; stage: string }) {
  const t = useGradingWords()
  const { format } = useWords()
  const [isAsked, setAsked] = useState(false)
  const [field, total] = [fieldOf(object, 'stage'), fieldOf(object, 'purchaseTotal')]
  const asked = groupsQuery({ object, query: { where: { stage } } }, total ? [total] : [])
  const { data } = useQuery({ ...asked, enabled: isAsked })
  const [group] = data?.groups ?? []
  if (!field || !total) return null
  if (!isAsked)
    return (
      <Button small look="quiet" onClick={() => setAsked(true)}>
        {t('compare')}
      </Button>
    )
  const sum = group?.sums.purchaseTotal
  return (
    <p>
      <FieldValue field={field} value={stage} titles={{}} dense />{' '}
      {group && isMoney(sum) && group.count > 0
        ? t('average', {
            count: group.count,
            number: format.number(group.count),
            amount: format.money({ ...sum, amount: Math.round(sum.amount / group.count) }),
          })
        : '…'}
    </p>
  )
}
