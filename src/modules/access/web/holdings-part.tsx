import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { fieldOf, useObjectNamed } from '../../../web/api/definitions.ts'
import { useDuty } from '../../../web/api/session.ts'
import { useRecords } from '../../../web/api/use-records.ts'
import { InPlaceSection } from '../../../web/file/in-place-section.tsx'
import { InPlaceForm } from '../../../web/form/in-place-form.tsx'
import { FieldValue } from '../../../web/ui/field-value.tsx'
import { useWords } from '../../../web/words/words.ts'
import { InPlaceLine } from './in-place-line.tsx'
import { spanState } from './span-state.ts'
import { useSpanWords } from './use-span-words.ts'

type PartProps = { object: ObjectWire; record: RecordAnswer }

/** What a person holds: the own role, further ones with their end, and who stands in for whom. */
export function HoldingsPart({ object, record }: PartProps) {
  const assignment = useObjectNamed('role_assignment')
  const delegation = useObjectNamed('delegation')
  return (
    <>
      {assignment && <Roles object={assignment} person={record} people={object} />}
      {delegation && <Deputies object={delegation} person={record} />}
    </>
  )
}

type RolesProps = { object: ObjectWire; person: RecordAnswer; people: ObjectWire }

function Roles({ object, person, people }: RolesProps) {
  const { t } = useWords()
  const { rows, error, isPending } = useRecords(object, { user: person.id }, { sort: 'createdAt' })
  const own = fieldOf(people, 'role')
  const add = {
    label: t('holdings.add'),
    form: (onEnd: () => void) => (
      <InPlaceForm
        object={object}
        fields={['role', 'from', 'until', 'grounds']}
        fixed={{ user: person.id }}
        label={t('holdings.add')}
        onEnd={onEnd}
      />
    ),
  }
  return (
    <InPlaceSection
      title={t('holdings.title')}
      icon={object.icon}
      error={error}
      add={object.can.includes('create') ? add : undefined}
    >
      <ul>
        {own && (
          <li className="in-place-line">
            <span className="in-place-text">
              <RoleName id={String(person.role)}>
                <FieldValue field={own} value={person.role} titles={person.titles} dense />
              </RoleName>
              <span className="meta">{t('holdings.own')}</span>
            </span>
          </li>
        )}
        {rows.map((row) => (
          <Assigned key={row.id} object={object} assignment={row} />
        ))}
      </ul>
      {!isPending && rows.length === 0 && <p className="meta">{t('holdings.none')}</p>}
    </InPlaceSection>
  )
}

function Assigned({ object, assignment }: { object: ObjectWire; assignment: RecordAnswer }) {
  const { t } = useWords()
  const spanWords = useSpanWords()
  const name = assignment.titles[String(assignment.role)] ?? t('state.hidden')
  const words = {
    change: t('holdings.change', { name }),
    remove: t('holdings.remove', { name }),
    removeText: t('holdings.removeText'),
  }
  const facts = [t('holdings.assigned'), spanWords(assignment), String(assignment.grounds ?? '')]
  return (
    <InPlaceLine
      object={object}
      record={assignment}
      fields={['from', 'until', 'grounds']}
      words={words}
      isEnded={spanState(assignment, Date.now()) === 'ended'}
    >
      <span className="in-place-text">
        <RoleName id={String(assignment.role)}>
          <strong>{name}</strong>
        </RoleName>
        <span className="meta">{facts.filter(Boolean).join(' · ')}</span>
      </span>
    </InPlaceLine>
  )
}

/** Leads those who answer for roles to what the role may do. */
function RoleName({ id, children }: { id: string; children: ReactNode }) {
  return useDuty('roles') ? (
    <Link to="/settings/roles/$id" params={{ id }} className="link">
      {children}
    </Link>
  ) : (
    children
  )
}

function Deputies({ object, person }: { object: ObjectWire; person: RecordAnswer }) {
  const { t } = useWords()
  const spanWords = useSpanWords()
  const { rows, error } = useRecords(object, { or: [{ absent: person.id }, { deputy: person.id }] }, { sort: '-until' })
  const live = rows.filter((row) => spanState(row, Date.now()) !== 'ended')
  return (
    <InPlaceSection title={t('holdings.deputies')} icon={object.icon} error={error}>
      {live.length === 0 && <p className="meta">{t('holdings.noDeputies')}</p>}
      <ul>
        {live.map((row) => {
          const isAbsent = row.absent === person.id
          const name = row.titles[String(isAbsent ? row.deputy : row.absent)] ?? t('state.hidden')
          return (
            <li key={row.id} className="in-place-line">
              <span className="in-place-text">
                {t(isAbsent ? 'holdings.replaced' : 'holdings.standsIn', { name })}
                <span className="meta">{spanWords(row)}</span>
              </span>
            </li>
          )
        })}
      </ul>
    </InPlaceSection>
  )
}
