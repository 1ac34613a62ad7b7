import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { History, Plus } from 'lucide-react'
import { useState } from 'react'
import type { ChoiceWire, FieldWire, ObjectWire } from '#shared/wire'
import { fieldOf, useObjectNamed } from '../../../web/api/definitions.ts'
import { useRecords } from '../../../web/api/use-records.ts'
import { groupsQuery } from '../../../web/groups/groups-query.ts'
import { useDefinition } from '../../../web/settings/rules/use-definition.ts'
import { NotFoundPage } from '../../../web/shell/not-found-page.tsx'
import { Button } from '../../../web/ui/button.tsx'
import { choicesOf } from '../../../web/ui/cells/choice.ts'
import { DragBetween } from '../../../web/ui/drag-between.tsx'
import { ErrorState } from '../../../web/ui/error-state.tsx'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import { useWords } from '../../../web/words/words.ts'
import { ChangesDrawer } from './changes-drawer.tsx'
import { EntryForm } from './entry-form.tsx'
import { backIcon, SettingsHead } from './settings-head.tsx'
import { listsOf } from './shaped-objects.ts'
import { ValueLine } from './value-line.tsx'
import { useOwnWords } from './words.ts'
import '../../../web/settings/settings-pages.css'
import './layout.css'

const route = getRouteApi('/app/settings/value-lists/$object/$field')

/** One list of values: added to, renamed, put in order, retired. */
export function ValueListPage() {
  const { object: of, field: name } = route.useParams()
  const object = useObjectNamed(of)
  const item = useObjectNamed('value_list_item')
  const rule = useObjectNamed('field_rule')
  const field = object && fieldOf(object, name)
  if (!object || !field || !item || !rule || !listsOf(object).includes(field)) return <NotFoundPage />
  return <ValueList key={`${of}.${name}`} {...{ object, field, item, rule }} />
}

type ValueListProps = { object: ObjectWire; field: FieldWire; item: ObjectWire; rule: ObjectWire }

function ValueList({ object, field, item, rule }: ValueListProps) {
  const t = useOwnWords()
  const { label } = useWords()
  const where = { object: object.name, field: field.name }
  const items = useRecords(item, where)
  const { choices, order, told } = useOrder({ object, field, item, rule })
  const counts = useQuery({ ...groupsQuery({ object, query: {}, by: field.name }), enabled: field.groupable })
  const [isAdding, setAdding] = useState(false)
  const [isTelling, setTelling] = useState(false)
  const mayMake = item.can.includes('create')
  const countOf = (value: string): number | undefined =>
    counts.data && (counts.data.groups.find((group) => group.value === value)?.count ?? 0)
  const back = (
    <Link to="/settings/value-lists" className="icon-button" aria-label={t('back')} title={t('lists.title')}>
      {backIcon}
    </Link>
  )
  const values = choices.map(({ value }) => value)
  return (
    <>
      <SettingsHead title={label(field.label)} back={back} detail={<span className="meta">{label(object.label)}</span>}>
        <Button look="quiet" icon={History} onClick={() => setTelling(true)}>
          {t('changes.title')}
        </Button>
        {mayMake && (
          <Button look="primary" icon={Plus} onClick={() => setAdding(true)}>
            {t('lists.add')}
          </Button>
        )}
      </SettingsHead>
      <div className="page-scroll settings-page">
        {mayMake && <p className="muted">{t('lists.textOne')}</p>}
        <p className="visually-hidden" role="status">
          {told}
        </p>
        {isAdding && <EntryForm {...{ object, field, item }} taken={values} onEnd={() => setAdding(false)} />}
        {items.error && <ErrorState error={items.error} />}
        {items.isPending ? (
          <Skeleton rows={8} />
        ) : (
          <DragBetween hint={t('layout.draggable')} onDrop={(dragged, place) => order(dragged.value, place.value)}>
            <ul className="value-list">
              {choices.map((choice, at) => (
                <ValueLine
                  key={choice.value}
                  {...{ object, field, item, choice }}
                  record={items.rows.find(({ value }) => value === choice.value)}
                  count={countOf(choice.value)}
                  onStep={mayMake ? (by) => order(choice.value, values[at + by]) : undefined}
                />
              ))}
            </ul>
          </DragBetween>
        )}
      </div>
      <ChangesDrawer
        open={isTelling}
        objects={['value_list_item', 'field_rule']}
        where={where}
        onClose={() => setTelling(false)}
      />
    </>
  )
}

/** The values in their order, which stands on screen before it has been written. */
function useOrder({ object, field, rule }: ValueListProps) {
  const t = useOwnWords()
  const { label } = useWords()
  const { write } = useDefinition(rule)
  const { rows } = useRecords(rule, { object: object.name, field: field.name, rule: 'order' }, { sort: '-createdAt' })
  const [told, setTold] = useState('')
  const [asked, setAsked] = useState<readonly string[]>()
  const standing = choicesOf(field)
  const placeOf = ({ value }: ChoiceWire): number => asked?.indexOf(value) ?? 0
  const choices = asked ? standing.toSorted((one, other) => placeOf(one) - placeOf(other)) : standing
  const order = (value: unknown, onto: unknown): void => {
    const codes = choices.map((choice) => choice.value)
    const moved = choices.find((choice) => choice.value === value)
    const to = choices.findIndex((choice) => choice.value === onto)
    if (!moved || to < 0 || moved.value === onto) return
    const parts = codes.filter((code) => code !== moved.value).toSpliced(to, 0, moved.value)
    setAsked(parts)
    setTold(t('lists.moved', { name: label(moved.label), place: to + 1 }))
    const values = { object: object.name, field: field.name, rule: 'order', parts }
    void write({ record: rows[0], values, told: t('lists.ordered') }).finally(() => setAsked(undefined))
  }
  return { choices, order, told }
}
