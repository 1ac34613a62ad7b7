import { useSuspenseQuery } from '@tanstack/react-query'
import { BookOpen } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { fieldOf, useObjectNamed } from '../../../web/api/definitions.ts'
import { sessionQuery, useDuty } from '../../../web/api/session.ts'
import { useRecords } from '../../../web/api/use-records.ts'
import { Button } from '../../../web/ui/button.tsx'
import { choicesOf } from '../../../web/ui/cells/choice.ts'
import { Drawer } from '../../../web/ui/drawer.tsx'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import { inForce } from './procedures.ts'
import { useGoverned } from './use-governed.ts'
import { useProcedureWords } from './words.ts'
import './procedures.css'

// Larger than the form around it, and drawn for who opens a procedure.
const Markdown = lazy(() => import('../../../web/ui/cells/markdown.tsx').then((part) => ({ default: part.Markdown })))

type LineProps = { object: ObjectWire; stage?: unknown }

/** The procedures that govern a form, opened beside it without leaving it; nothing where there are none. */
export function ProcedureLine({ object, stage }: LineProps) {
  const editions = useObjectNamed('edition')
  const field = editions && fieldOf(editions, 'governs')
  const isGoverned = object.custom || (field && choicesOf(field).some(({ value }) => value === object.name))
  if (!editions?.can.includes('read') || !isGoverned) return null
  return <Line editions={editions} object={object} stage={stage} />
}

function Line({ editions, object, stage }: LineProps & { editions: ObjectWire }) {
  const t = useProcedureWords()
  const [opened, setOpened] = useState<RecordAnswer>()
  const [isWhole, setWhole] = useState(false)
  const { rows } = useRecords(editions, inForce(useGoverned(object), stage), { sort: 'title' })
  const isOwn = useIsOwn()
  if (rows.length === 0) return null
  const sorted = [...rows.filter(isOwn), ...rows.filter((edition) => !isOwn(edition))]
  const atOnce = isWhole ? rows.length : Math.min(most, rows.filter(isOwn).length)
  return (
    <p className="procedure-line">
      {sorted.slice(0, atOnce).map((edition) => (
        <Button key={edition.id} small look="quiet" icon={BookOpen} onClick={() => setOpened(edition)}>
          {t('read', { title: String(edition.title) })}
        </Button>
      ))}
      {atOnce < rows.length && (
        <Button small look="quiet" expanded={false} onClick={() => setWhole(true)}>
          {t('further', { count: rows.length - atOnce })}
        </Button>
      )}
      <Drawer
        open={opened !== undefined}
        title={opened ? String(opened.title) : ''}
        width={480}
        onClose={() => setOpened(undefined)}
      >
        {opened && <Text edition={opened} />}
      </Drawer>
    </p>
  )
}

/** So many at once, lest they push the form away. */
const most = 3

/** Whoever may appoint others is shown everybody's procedures, and has those of the own roles first; all others are given theirs alone. */
function useIsOwn(): (edition: RecordAnswer) => boolean {
  const roles = useSuspenseQuery(sessionQuery).data?.user.roles ?? []
  const seesAll = useDuty('appoint')
  return ({ everyone, roles: named, ownRoles }) =>
    !seesAll ||
    everyone === true ||
    [named, ownRoles].some((some) => Array.isArray(some) && some.some((code) => roles.includes(String(code))))
}

function Text({ edition }: { edition: RecordAnswer }) {
  const t = useProcedureWords()
  const steps = Array.isArray(edition.steps) ? edition.steps : []
  return (
    <div className="procedure-text">
      <Suspense fallback={<Skeleton rows={6} />}>
        <Markdown text={String(edition.body ?? '')} />
      </Suspense>
      {steps.length > 0 && (
        <section aria-label={t('steps')}>
          <h2>{t('steps')}</h2>
          <ol>
            {steps.map((step) => (
              <li key={String(step.name)}>
                <strong>{String(step.name)}</strong>{' '}
                <span className="meta">{t('days', { count: Number(step.days) })}</span>
                {step.what && <p>{String(step.what)}</p>}
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  )
}
