import type { FieldWire, ObjectWire, RecordWire, Titles } from '#shared/wire'
import { fieldOf } from '../api/definitions.ts'
import { MaskableValue } from '../reveal/maskable-value.tsx'
import { isEmptyIn } from '../ui/empty-value.ts'
import { RecordValue } from '../ui/field-value.tsx'
import { Pill } from '../ui/pill.tsx'
import { useWords } from '../words/words.ts'

const factsShown = 3

type ChildRowProps = { child: ObjectWire; row: RecordWire & { titles: Titles }; onOpen: () => void }

/** One child in two lines: its title, which opens it from anywhere in the row, and its first facts. */
export function ChildRow({ child, row, onOpen }: ChildRowProps) {
  const { t } = useWords()
  const title = fieldOf(child, child.title)
  const facts = factsOf(child, row)
  return (
    <li className="child">
      <button type="button" className="child-row" onClick={onOpen}>
        <span className="child-title">
          {title && !isEmptyIn(row, title.name) ? <Fact child={child} field={title} row={row} /> : t('state.untitled')}
        </span>
      </button>
      {facts.length > 0 && (
        <div className="child-facts">
          {facts.map((field) => (
            <MaskableFact key={field.name} child={child} field={field} row={row} />
          ))}
        </div>
      )}
    </li>
  )
}

// "No" says nothing without its question, so a fact that does not hold is left out.
function factsOf(child: ObjectWire, row: RecordWire): readonly FieldWire[] {
  const said = new Set([child.title, child.parent?.field])
  const told = child.list.filter((name) => !said.has(name) && !isEmptyIn(row, name) && row[name] !== false)
  return told.flatMap((name) => fieldOf(child, name) ?? []).slice(0, factsShown)
}

type FactProps = { child: ObjectWire; field: FieldWire; row: RecordWire & { titles: Titles } }

function MaskableFact({ child, field, row }: FactProps) {
  if (row.masked?.[field.name] === undefined) return <Fact child={child} field={field} row={row} />
  return <MaskableValue object={child} record={row} field={field} titles={row.titles} dense />
}

function Fact({ child, field, row }: FactProps) {
  const { label } = useWords()
  if (row[field.name] === true) return <Pill colour="violet">{label(field.label)}</Pill>
  return <RecordValue object={child} field={field} record={row} titles={row.titles} dense />
}
