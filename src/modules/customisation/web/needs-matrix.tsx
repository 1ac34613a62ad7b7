import type { FieldWire, ObjectWire } from '#shared/wire'
import { fieldOf } from '../../../web/api/definitions.ts'
import { Button } from '../../../web/ui/button.tsx'
import { choicesOf } from '../../../web/ui/cells/choice.ts'
import { useMatrixKeys } from '../../../web/ui/use-matrix-keys.ts'
import { useWords } from '../../../web/words/words.ts'
import { NeedCell } from './need-cell.tsx'
import {
  alwaysCell,
  type Cell,
  cellOf,
  type NeedWord,
  otherCases,
  valuesOf,
  withAlways,
  withCell,
} from './needs-draft.ts'
import type { useNeedsDraft } from './use-needs-draft.ts'
import { useOwnWords } from './words.ts'

export type NeedsProps = {
  object: ObjectWire
  /** By whose values there are columns; absent where the object has no such field. */
  dimension?: string
  doings: ReturnType<typeof useNeedsDraft>
  mayChange: boolean
  onOpen: (field: FieldWire) => void
}

/** The fields of a section that people fill. */
function useGroups(object: ObjectWire) {
  const { label } = useWords()
  const filled = (names: readonly string[]): FieldWire[] =>
    names
      .flatMap((name) => fieldOf(object, name) ?? [])
      .filter(({ readOnly, access }) => !readOnly && access !== 'hidden')
  return object.sections
    .map(({ name, label: heading, fields }) => ({ name, heading: label(heading), fields: filled(fields) }))
    .filter(({ fields }) => fields.length > 0)
}

/** What stands in the row of a field: first what it always needs, then by value. */
function useColumns({ object, dimension, doings, mayChange }: NeedsProps) {
  const t = useOwnWords()
  const { label } = useWords()
  const field = dimension === undefined ? undefined : fieldOf(object, dimension)
  const values = dimension === undefined ? [] : valuesOf(object, dimension)
  const nameOf = (value: string): string =>
    label((field && choicesOf(field).find((choice) => choice.value === value)?.label) ?? { zh: value, en: value })
  const columns = [{ key: '', name: t('needs.always') }, ...values.map((key) => ({ key, name: nameOf(key) }))]
  const cell = (of: FieldWire, key: string): { cell: Cell; onTurn?: (need: NeedWord) => void } => {
    const needs = doings.needs(of)
    if (of.required) return { cell: { need: 'required', inherited: key !== '', varies: false } }
    if (key === '' || dimension === undefined)
      return {
        cell: alwaysCell(needs, dimension ?? ''),
        onTurn: mayChange ? (need) => doings.put(of, withAlways(needs, need)) : undefined,
      }
    return {
      cell: cellOf(needs, dimension, key),
      onTurn: mayChange
        ? (need) => doings.put(of, withCell(needs, { dimension, values, value: key, need }))
        : undefined,
    }
  }
  return { columns, cell, heading: field ? label(field.label) : undefined }
}

/** Needs as a table: fields by section, one column for what is always so and one for each value. */
export function NeedsMatrix(props: NeedsProps) {
  const { object, doings } = props
  const t = useOwnWords()
  const { label } = useWords()
  const groups = useGroups(object)
  const { columns, cell, heading } = useColumns(props)
  const rows = groups.flatMap(({ fields }) => fields)
  const first = `${rows.findIndex(({ required }) => !required)},1`
  const keys = useMatrixKeys({ rows: rows.length, columns: columns.length + 1, first })
  const grid = { role: 'grid', ...keys.table }
  return (
    <div className="needs-scroll">
      <table className="needs" aria-label={t('tabs.needs')} {...grid}>
        <thead>
          <tr>
            <th scope="col">{t('needs.field')}</th>
            {columns.map(({ key, name }) => (
              <th key={key} scope="col" className="needs-cell" title={key ? heading : undefined}>
                {name}
              </th>
            ))}
            <th scope="col">{t('needs.cases')}</th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.name}>
            <tr className="needs-group">
              <th scope="colgroup" colSpan={columns.length + 2}>
                {group.heading}
              </th>
            </tr>
            {group.fields.map((field) => {
              const row = rows.indexOf(field)
              const place = (column: number) => ({ place: `${row},${column}`, isHere: keys.at === `${row},${column}` })
              return (
                <tr key={field.name} className={field.name in doings.changed ? 'needs-changed' : undefined}>
                  <th scope="row">{label(field.label)}</th>
                  {columns.map(({ key, name }, at) => (
                    <td key={key} className="needs-cell">
                      <NeedCell {...cell(field, key)} {...place(at + 1)} field={label(field.label)} column={name} />
                    </td>
                  ))}
                  <td>
                    <CasesButton {...props} field={field} />
                  </td>
                </tr>
              )
            })}
          </tbody>
        ))}
      </table>
    </div>
  )
}

/** The same on a phone: a card for each field, its cases named. */
export function NeedsCards(props: NeedsProps) {
  const { object, doings } = props
  const { label } = useWords()
  const groups = useGroups(object)
  const { columns, cell } = useColumns(props)
  return groups.map((group) => (
    <section key={group.name} className="needs-cards" aria-label={group.heading}>
      <h2>{group.heading}</h2>
      {group.fields.map((field) => (
        <div key={field.name} className={`needs-card${field.name in doings.changed ? ' needs-changed' : ''}`}>
          <div className="needs-card-head">
            <h3>{label(field.label)}</h3>
            <CasesButton {...props} field={field} />
          </div>
          <div className="needs-card-cells">
            {columns.map(({ key, name }) => (
              <NeedCell key={key} {...cell(field, key)} field={label(field.label)} column={name} named />
            ))}
          </div>
        </div>
      ))}
    </section>
  ))
}

function CasesButton({ field, dimension, doings, onOpen }: NeedsProps & { field: FieldWire }) {
  const t = useOwnWords()
  const { label } = useWords()
  if (field.required) return null
  const count = otherCases(doings.needs(field), dimension ?? '').length
  return (
    <Button look="quiet" small title={t('needs.casesOf', { name: label(field.label) })} onClick={() => onOpen(field)}>
      {count ? t('needs.more', { count }) : t('needs.edit')}
    </Button>
  )
}
