import type { FieldWire, ObjectWire } from '#shared/wire'
import { fieldOf } from '../api/definitions.ts'
import { webOf } from '../registry.ts'

export type Column = { field: FieldWire; width: number; align?: 'end'; isTitle: boolean }

const titleWidth = 280
const usualWidth = 150
const checkWidth = 44

export type GridLayout = { object: ObjectWire; columns: readonly Column[]; template: string; least: number }

/** `names`: the columns somebody chose, else those that the object is declared with. */
export function layoutOf(object: ObjectWire, names: readonly string[] = object.list): GridLayout {
  const columns = columnsOf(object, names)
  return { object, columns, ...templateOf(columns) }
}

/** The declared fields that a list with these columns has to read. */
export function fieldsShown(object: ObjectWire, names: readonly string[] = object.list): readonly string[] {
  return [...new Set([object.title, ...names])].filter((name) => object.fields.some((field) => field.name === name))
}

// The title comes first, because it stays in sight.
function columnsOf(object: ObjectWire, names: readonly string[]): readonly Column[] {
  return [...new Set([object.title, ...names])].flatMap((name) => {
    const field = fieldOf(object, name)
    if (!field) return []
    const { width = usualWidth, align } = webOf(field)
    const isTitle = name === object.title
    return [{ field, width: isTitle ? titleWidth : width, align, isTitle }]
  })
}

// Columns share what a wide screen has left, the title most.
function templateOf(columns: readonly Column[]): { template: string; least: number } {
  const widths = columns.map(({ width, isTitle }) =>
    isTitle ? `minmax(${width}px, 1.6fr)` : `minmax(${width}px, 1fr)`,
  )
  const least = columns.reduce((sum, { width }) => sum + width, checkWidth)
  return { template: `${checkWidth}px ${widths.join(' ')}`, least }
}

export function cellClass({ align, isTitle }: Column): string {
  return ['grid-cell', align && 'grid-end', isTitle && 'grid-title'].filter(Boolean).join(' ')
}
