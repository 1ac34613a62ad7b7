import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Filter } from '#shared/filter'
import type { FieldWire, ObjectWire } from '#shared/wire'
import { fieldOf } from '../../../web/api/definitions.ts'
import { groupsQuery } from '../../../web/groups/groups-query.ts'
import { useKeptChoice } from '../../../web/ui/kept-choice.ts'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import { Trouble } from '../../../web/ui/trouble.tsx'
import { useWords } from '../../../web/words/words.ts'
import { KeptDays, keptSilence } from './kept-days.tsx'
import { type TeamSettings, useTeam } from './use-team.ts'

/** What the people have to do whose work the reader sees; every number opens what stands behind it. */
export function Team() {
  const { t } = useWords()
  const parts = useTeam(Number(useKeptChoice(keptSilence)))
  return parts.map((part) => (
    <section key={part.name} className="panel" aria-label={t(`today.team.${part.name}`)}>
      <div className="panel-head">
        <h2>
          <Link
            to="/o/$path"
            params={{ path: part.object.path }}
            search={{ where: part.where }}
            className="panel-title"
          >
            {t(`today.team.${part.name}`)}
          </Link>
        </h2>
        {part.name === 'silent' && <KeptDays kept={keptSilence} label={t('today.team.silentFor')} />}
      </div>
      <Bars part={part} />
    </section>
  ))
}

function Bars({ part }: { part: TeamSettings }) {
  const by = fieldOf(part.object, part.by)
  return by ? <BarsBy part={part} by={by} /> : null
}

const shown = 10

function BarsBy({ part, by }: { part: TeamSettings; by: FieldWire }) {
  const { object, where, late } = part
  const { t } = useWords()
  const all = useQuery(groupsQuery({ object, query: { where }, by: by.name }))
  const overdue = useQuery({
    ...groupsQuery({ object, query: { where: { ...where, ...late } }, by: by.name }),
    enabled: late !== undefined,
  })
  if (!all.data) return all.error ? <Trouble text={all.error.message} /> : <Skeleton rows={4} />
  const lateOf = new Map(late ? overdue.data?.groups.map(({ value, count }) => [value, count]) : [])
  const groups = all.data.groups.toSorted(
    (one, other) => other.count - one.count || (lateOf.get(other.value) ?? 0) - (lateOf.get(one.value) ?? 0),
  )
  const [most] = groups
  if (!most)
    return (
      <div className="panel-none">
        <p className="muted">{t('today.team.none')}</p>
      </div>
    )
  return (
    <ul className="panel-rows team">
      {groups.slice(0, shown).map(({ value, count }) => {
        const person = typeof value === 'string' ? (all.data.titles[value] ?? t('state.hidden')) : t('board.none')
        const held = { ...where, [by.name]: value === null ? { empty: true } : { in: [value] } }
        const behind = lateOf.get(value) ?? 0
        return (
          <li key={String(value)} className="team-line">
            <span className="truncate">{person}</span>
            <span className="team-bar" aria-hidden>
              <span className="team-late" style={{ width: `${(behind / most.count) * 100}%` }} />
              <span style={{ width: `${((count - behind) / most.count) * 100}%` }} />
            </span>
            <Count object={object} where={held} count={count} label={person} />
            {late && (
              <Count
                object={object}
                where={{ ...held, ...late }}
                count={behind}
                label={`${person} ${t('today.overdue')}`}
                isLate
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}

type CountProps = { object: ObjectWire; where: Filter; count: number; label: string; isLate?: boolean }

function Count({ object, where, count, label, isLate }: CountProps) {
  const { t, format } = useWords()
  const text = isLate ? t('today.team.late', { count }) : format.number(count)
  if (count === 0) return <span className="team-number muted">{isLate ? '' : text}</span>
  return (
    <Link
      to="/o/$path"
      params={{ path: object.path }}
      search={{ where }}
      className={isLate ? 'team-number panel-late' : 'team-number'}
      aria-label={`${label}: ${format.number(count)}`}
    >
      {text}
    </Link>
  )
}
