import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { PersonFigures } from '#shared/figures'
import type { ObjectWire } from '#shared/wire'
import { useObjectNamed } from '../../../web/api/definitions.ts'
import { sessionQuery } from '../../../web/api/session.ts'
import { useTotal } from '../../../web/api/use-total.ts'
import { Drawer } from '../../../web/ui/drawer.tsx'
import { useWords } from '../../../web/words/words.ts'
import { FigureOf } from './figure-of.tsx'
import { type BehindName, type Rows, rowsBehind, type Span } from './rows-behind.ts'
import { useIndicatorWords } from './words.ts'

type BehindProps = { person: PersonFigures; name: BehindName; period: string; span: Span; onClose: () => void }

/** What one figure of somebody is made of: how it is counted, and the lists with the rows that were. */
export function BehindFigure({ person, name, period, span, onClose }: BehindProps) {
  const t = useIndicatorWords()
  const customers = useObjectNamed('customer')
  return (
    <Drawer open title={t('behind', { name: person.name, figure: t(name), period })} onClose={onClose}>
      <p>
        <FigureOf figures={person} name={name} />
      </p>
      <p className="muted">{t(`how.${name}`)}</p>
      <ul className="indicators-rows">
        {rowsBehind(name, person.id, span, customers).map((rows) => (
          <RowsLine key={rows.word} rows={rows} />
        ))}
        {name === 'work' && <TrailLine person={person.id} span={span} />}
      </ul>
      <p className="meta">{t('rowsNote')}</p>
    </Drawer>
  )
}

function RowsLine({ rows }: { rows: Rows }) {
  const object = useObjectNamed(rows.object)
  return object?.can.includes('read') ? <Readable object={object} rows={rows} /> : null
}

function Readable({ object, rows: { word, where } }: { object: ObjectWire; rows: Rows }) {
  const t = useIndicatorWords()
  const { format } = useWords()
  const total = useTotal({ object, where })
  return (
    <li>
      <Link className="link" to="/o/$path" params={{ path: object.path }} search={{ where }}>
        {t(`behindRows.${word}`)}
      </Link>
      <span className="indicators-number">{total === undefined ? '…' : format.number(total)}</span>
    </li>
  )
}

/** Work is lines of the trail, for those who may read it. */
function TrailLine({ person, span: { from, until } }: { person: string; span: Span }) {
  const t = useIndicatorWords()
  const mayRead = useSuspenseQuery(sessionQuery).data?.user.duties.includes('trail')
  if (!mayRead) return null
  const to = new Date(Date.parse(`${until}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
  return (
    <li>
      <Link className="link" to="/audit" search={{ actor: person, from, to }}>
        {t('behindRows.trail')}
      </Link>
    </li>
  )
}
