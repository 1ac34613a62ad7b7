import { operations } from '#shared/wire'
import { Icon } from '../../../web/ui/icon.tsx'
import { Trouble } from '../../../web/ui/trouble.tsx'
import { useMatrixKeys } from '../../../web/ui/use-matrix-keys.ts'
import { useWords } from '../../../web/words/words.ts'
import type { Entry, Group } from './entries.ts'
import { RightCell } from './right-cell.tsx'
import { type Change, firstScope, type Rights, withCell } from './rights.ts'
import { ScopeButton } from './scope-button.tsx'

export type RightsProps = {
  groups: readonly Group[]
  rights: Rights
  /** Absent: the role can only be looked at. */
  onChange?: Change
  /** What the server refused, row by row. */
  troubles: ReadonlyMap<string, string>
}

/** Rights as a table: objects by area, one column for each right. */
export function RightsMatrix({ groups, ...rest }: RightsProps) {
  const { t } = useWords()
  const rows = groups.flatMap(({ entries }) => entries)
  const keys = useMatrixKeys({ rows: rows.length, columns: operations.length + 1 })
  const grid = rest.onChange && { role: 'grid', ...keys.table }
  return (
    <table className="rights" aria-label={t('roles.rights')} {...grid}>
      <thead>
        <tr>
          <th scope="col">{t('roles.object')}</th>
          <th scope="col">{t('roles.scope')}</th>
          {operations.map((right) => (
            <th key={right} scope="col" className="rights-right">
              {t(`access.right.${right}`)}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map(({ area, entries }) => (
        <tbody key={area}>
          {entries.map((entry) => (
            <MatrixRow
              key={`${entry.name} ${entry.at}`}
              entry={entry}
              row={rows.indexOf(entry)}
              at={keys.at}
              {...rest}
            />
          ))}
        </tbody>
      ))}
    </table>
  )
}

type MatrixRowProps = Omit<RightsProps, 'groups'> & { entry: Entry; row: number; at: string }

function MatrixRow({ entry, row, at, rights, onChange, troubles }: MatrixRowProps) {
  const isArea = entry.area === undefined
  const isFirst = (entry.at ?? 0) === 0
  const place = (column: number) => ({ place: `${row},${column}`, isHere: at === `${row},${column}` })
  return (
    <tr className={isArea ? 'rights-area' : undefined}>
      <th scope="row">
        <span className={isFirst ? 'rights-name' : 'rights-name muted'}>
          {entry.icon && <Icon name={entry.icon} size={14} />}
          {entry.label}
        </span>
        {isFirst && <Trouble text={troubles.get(entry.name)} />}
      </th>
      <td>
        <ScopeButton entry={entry} rights={rights} onChange={onChange} {...place(0)} />
      </td>
      {operations.map((right, index) => (
        <td key={right} className="rights-right">
          {entry.offered.includes(right) && (
            <RightCell
              entry={entry}
              right={right}
              rights={rights}
              {...place(index + 1)}
              onChange={
                onChange &&
                ((state) => onChange(withCell(rights, { line: entry, right, state, first: firstScope(rights, entry) })))
              }
            />
          )}
        </td>
      ))}
    </tr>
  )
}
