import type { CellProps, KindWeb } from '../../web/kind-web.ts'
import { TagsInput } from '../../web/ui/inputs/selects.ts'
import { Pill } from '../../web/ui/pill.tsx'

function Cell({ value }: CellProps) {
  const tags = Array.isArray(value) ? value : [value]
  return (
    <span className="pills">
      {tags.map((tag: unknown) => (
        <Pill key={String(tag)} title={String(tag)}>
          {String(tag)}
        </Pill>
      ))}
    </span>
  )
}

export const web: KindWeb = { Cell, Input: TagsInput, width: 180 }
