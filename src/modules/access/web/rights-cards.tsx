import { Icon } from '../../../web/ui/icon.tsx'
import { Trouble } from '../../../web/ui/trouble.tsx'
import type { Entry } from './entries.ts'
import { RightCell } from './right-cell.tsx'
import { firstScope, withCell } from './rights.ts'
import type { RightsProps } from './rights-matrix.tsx'
import { ScopeButton } from './scope-button.tsx'

/** The same on a phone: a card for each object, its rights named. */
export function RightsCards({ groups, ...rest }: RightsProps) {
  return groups.map(({ area, entries: [whole, ...objects] }) => (
    <section key={area} className="rights-group" aria-label={whole?.label}>
      {whole && <RightsCard entry={whole} {...rest} />}
      {objects.map((entry) => (
        <RightsCard key={`${entry.name} ${entry.at}`} entry={entry} {...rest} />
      ))}
    </section>
  ))
}

function RightsCard({ entry, rights, onChange, troubles }: Omit<RightsProps, 'groups'> & { entry: Entry }) {
  const Title = entry.area === undefined ? 'h3' : 'h4'
  return (
    <div className={entry.area === undefined ? 'rights-card rights-card-area' : 'rights-card'}>
      <div className="rights-card-head">
        <Title className="rights-name">
          {entry.icon && <Icon name={entry.icon} size={14} />}
          {entry.label}
        </Title>
        <ScopeButton entry={entry} rights={rights} onChange={onChange} />
      </div>
      <div className="rights-card-cells">
        {entry.offered.map((right) => (
          <RightCell
            key={right}
            entry={entry}
            right={right}
            rights={rights}
            named
            onChange={
              onChange &&
              ((state) => onChange(withCell(rights, { line: entry, right, state, first: firstScope(rights, entry) })))
            }
          />
        ))}
      </div>
      {(entry.at ?? 0) === 0 && <Trouble text={troubles.get(entry.name)} />}
    </div>
  )
}
