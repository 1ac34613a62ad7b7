import { Link, useNavigate } from '@tanstack/react-router'
import { Combine } from 'lucide-react'
import type { FieldWire, ObjectWire, RecordWire, Titles } from '#shared/wire'
import { fieldOf, useObjects } from '../../../web/api/definitions.ts'
import { Button } from '../../../web/ui/button.tsx'
import { RecordValue } from '../../../web/ui/field-value.tsx'
import { Pill } from '../../../web/ui/pill.tsx'
import { titleOf } from '../../../web/words/title-of.ts'
import { useWords } from '../../../web/words/words.ts'
import type { Group, Pair } from './duplicates.ts'
import { useSayApart } from './use-say-apart.ts'
import { useDuplicateWords } from './words.ts'

type GroupProps = { object: ObjectWire; group: Group; titles: Titles }

/** Records that may all be one: their first facts, and of each two why. */
export function GroupCard({ object, group, titles }: GroupProps) {
  const t = useDuplicateWords()
  const navigate = useNavigate()
  const { records, pairs } = group
  const open = (): void => {
    void navigate({
      to: '/duplicates/$path/merge',
      params: { path: object.path },
      search: { ids: records.map(({ id }) => id) },
    })
  }
  const facts = object.list.slice(0, 8).flatMap((name) => fieldOf(object, name) ?? [])
  return (
    <section className="duplicates-group" aria-label={t('group', { count: records.length })}>
      <header>
        <h2>{t('group', { count: records.length })}</h2>
        <Button icon={Combine} onClick={open}>
          {t('merge')}
        </Button>
      </header>
      <ul className="duplicates-records">
        {records.map((record) => (
          <li key={record.id}>
            <Link to="/o/$path/$id" params={{ path: object.path, id: record.id }} className="link">
              {titleOf(object, record)}
            </Link>
            <Facts fields={facts.filter(({ name }) => name !== object.title)} record={record} titles={titles} />
          </li>
        ))}
      </ul>
      <ul>
        {pairs.map((pair) => (
          <PairLine key={pair.one + pair.other} object={object} pair={pair} records={records} />
        ))}
      </ul>
    </section>
  )
}

function Facts({ fields, record, titles }: { fields: readonly FieldWire[]; record: RecordWire; titles: Titles }) {
  const given = fields.filter(({ name }) => record[name] || record.masked?.[name]).slice(0, 5)
  return (
    <span className="duplicates-facts">
      {given.map((field) => (
        <RecordValue key={field.name} field={field} record={record} titles={titles} dense />
      ))}
    </span>
  )
}

type PairProps = { object: ObjectWire; pair: Pair; records: readonly RecordWire[] }

function PairLine({ object, pair, records }: PairProps) {
  const t = useDuplicateWords()
  const say = useSayApart(object)
  const reason = useReason(object)
  const { one, other, verdict, reasons } = pair
  const called = (id: string): string => {
    const record = records.find((each) => each.id === id)
    return record ? titleOf(object, record) : ''
  }
  const both = records.filter(({ id, can }) => (id === one || id === other) && can.includes('update'))
  return (
    <li className="duplicates-line">
      <p>
        <Pill colour={verdict === 'same' ? 'amber' : 'grey'}>{t(`verdict.${verdict}`)}</Pill>
        {records.length > 2 && <span>{t('pair', { one: called(one), other: called(other) })}</span>}
        <span className="muted">{reasons.map(reason).filter(Boolean).join(' · ')}</span>
      </p>
      {both.length === 2 && (
        <Button look="quiet" small busy={say.isPending} onClick={() => say.mutate({ one, other, apart: true })}>
          {t('notSame')}
        </Button>
      )}
    </li>
  )
}

/** In words: same phone; similar name. A field of what stands on the file is called by both names. */
function useReason(object: ObjectWire) {
  const t = useDuplicateWords()
  const { label } = useWords()
  const objects = useObjects()
  return ({ field: path, agreement }: Pair['reasons'][number]): string => {
    const [first = '', part] = path.split('.')
    const owner = part === undefined ? object : objects.find(({ name }) => name === first)
    const field = owner && fieldOf(owner, part ?? first)
    if (!owner || !field) return ''
    const name = part === undefined ? label(field.label) : `${label(owner.label)} ${label(field.label)}`
    return t(agreement === 'same' ? 'because' : 'becauseAlike', { field: name })
  }
}
