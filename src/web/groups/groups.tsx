import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { FieldWire, ObjectWire } from '#shared/wire'
import { fieldOf } from '../api/definitions.ts'
import type { ListQuery } from '../api/records.ts'
import { shownAs } from '../registry.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { FieldValue } from '../ui/field-value.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useWords } from '../words/words.ts'
import { groupsQuery } from './groups-query.ts'
import './groups.css'

type GroupsProps = { object: ObjectWire; query: ListQuery; columns?: readonly string[]; field: FieldWire }

/** A list added up by the values of a field: how many, what its figures come to; each line opens its records. */
export function Groups({ object, query, columns, field }: GroupsProps) {
  const { t, label, labelOfMany, format } = useWords()
  const sums = sumsOf(object, columns ?? object.list)
  const { data, error, refetch } = useQuery(groupsQuery({ object, query, by: field.name }, sums))
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton rows={10} />
  const most = Math.max(1, ...data.groups.map(({ count }) => count))
  return (
    <div className="groups">
      <table>
        <thead>
          <tr>
            <th scope="col">{label(field.label)}</th>
            <th scope="col" className="groups-figure">
              {labelOfMany(object.label)}
            </th>
            <th aria-hidden />
            {sums.map((sum) => (
              <th key={sum.name} scope="col" className="groups-figure">
                {label(sum.label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.groups.map((group) => (
            <tr key={JSON.stringify(group.value)}>
              <th scope="row">
                <Link
                  to="/o/$path"
                  params={{ path: object.path }}
                  search={{ ...query, columns, where: whereOf(query, field, group.value) }}
                  className="groups-link"
                >
                  {group.value === null ? (
                    t('board.none')
                  ) : (
                    <FieldValue field={shownAs(field)} value={group.value} titles={data.titles} dense />
                  )}
                </Link>
              </th>
              <td className="groups-figure">{format.number(group.count)}</td>
              <td className="groups-bar" aria-hidden>
                <span style={{ width: `${(group.count / most) * 100}%` }} />
              </td>
              {sums.map((sum) => (
                <td key={sum.name} className="groups-figure">
                  <FieldValue field={sum} value={group.sums[sum.name]} titles={data.titles} dense />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The figures among the columns that can be added up. */
function sumsOf(object: ObjectWire, columns: readonly string[]): readonly FieldWire[] {
  return columns
    .flatMap((name) => fieldOf(object, name) ?? [])
    .filter(({ kind, operators }) => ['money', 'number'].includes(kind) && operators.includes('gte'))
}

function whereOf({ where }: ListQuery, { name }: FieldWire, value: unknown): ListQuery['where'] {
  const here = { [name]: value === null ? { empty: true } : { in: [value] } }
  return where ? { and: [where, here] } : here
}
