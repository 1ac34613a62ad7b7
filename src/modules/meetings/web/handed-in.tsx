import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import type { ObjectWire } from '#shared/wire'
import { request } from '../../../web/api/request.ts'
import { useOwnId } from '../../../web/api/session.ts'
import { IconButton } from '../../../web/ui/button.tsx'
import { useWords } from '../../../web/words/words.ts'
import { useMeetingWords } from './words.ts'
import './meetings.css'

type One = { id: string; name: string; state: (typeof states)[number]; report: string | null }

const states = ['missing', 'submitted', 'answered', 'away'] as const
const weekMs = 7 * 86_400_000

/** Above the reports, for who leads people: whose of a week are there, and whose are not. */
export function HandedIn({ object }: { object: ObjectWire }) {
  const t = useMeetingWords()
  const { format } = useWords()
  const me = useOwnId()
  const [back, setBack] = useState(0)
  const day = new Date(Date.now() - back * weekMs).toLocaleDateString('sv-SE')
  const { data } = useQuery({
    queryKey: ['list', object.name, 'week', day],
    queryFn: ({ signal }) =>
      request<{ week: string; people: readonly One[] }>('GET', '/report-weeks', { query: { week: day }, signal }),
  })
  const others = data?.people.filter(({ id }) => id !== me) ?? []
  if (!data || others.length === 0) return null
  return (
    <section className="handed-in" aria-label={t('handedIn')}>
      <div className="handed-in-week">
        <IconButton icon={ChevronLeft} size={15} label={t('weekBefore')} onClick={() => setBack(back + 1)} />
        <strong>{t('handedInOf', { day: format.date(data.week) })}</strong>
        <IconButton
          icon={ChevronRight}
          size={15}
          label={t('weekAfter')}
          disabled={back === 0}
          onClick={() => setBack(back - 1)}
        />
      </div>
      <dl>
        {states.map((state) => {
          const some = others.filter((one) => one.state === state)
          return some.length > 0 ? <State key={state} state={state} people={some} object={object} /> : null
        })}
      </dl>
    </section>
  )
}

function State({ state, people, object }: { state: One['state']; people: readonly One[]; object: ObjectWire }) {
  const t = useMeetingWords()
  return (
    <div>
      <dt className={state === 'missing' ? 'trouble' : 'muted'}>{t(`week_${state}`, { count: people.length })}</dt>
      <dd>
        {people.map(({ id, name, report }) =>
          report ? (
            <Link key={id} className="link" to="/o/$path/$id" params={{ path: object.path, id: report }}>
              {name}
            </Link>
          ) : (
            <span key={id}>{name}</span>
          ),
        )}
      </dd>
    </div>
  )
}
