import type { Locale } from '#shared/label'
import type { FieldWire, ObjectWire } from '#shared/wire'
import { fieldOf } from '../api/definitions.ts'
import { shownAs, webOf } from '../registry.ts'
import type { ListShape } from './list-query.ts'

export type Column = {
  field: FieldWire
  width: number
  align?: 'end'
  isTitle: boolean
  /** Keeps its width, whatever the screen has left. */
  isFixed: boolean
  /** Where it stays while the rest is scrolled, in pixels. */
  left?: number
}

const titleWidth = 280
const usualWidth = 150
const checkWidth = 44

/** How narrow and how wide a column can be drawn, in pixels. */
export const widthLimits = { least: 60, most: 800 }

export type GridLayout = { object: ObjectWire; columns: readonly Column[]; template: string; least: number }

/** Which columns are shown, how wide, and how many of them stay in sight; what nobody chose is as the object is declared. */
export function layoutOf(
  object: ObjectWire,
  { columns: names = object.list, widths, frozen = 0 }: Pick<ListShape, 'columns' | 'widths' | 'frozen'>,
  locale: Locale,
): GridLayout {
  const columns = placed(columnsOf(object, names, { widths, locale }), frozen)
  return { object, columns, ...templateOf(columns) }
}

/** The declared fields that a list with these columns has to read. */
export function fieldsShown(object: ObjectWire, names: readonly string[] = object.list): readonly string[] {
  return [...new Set([object.title, ...names])].filter((name) => object.fields.some((field) => field.name === name))
}

// The title comes first, because it stays in sight.
function columnsOf(
  object: ObjectWire,
  names: readonly string[],
  { widths, locale }: Pick<ListShape, 'widths'> & { locale: Locale },
): readonly Column[] {
  return [...new Set([object.title, ...names])].flatMap((name) => {
    const field = fieldOf(object, name)
    if (!field) return []
    const { width: wide = usualWidth, align } = webOf(field)
    const width = typeof wide === 'number' ? wide : wide(shownAs(field), locale)
    const isTitle = name === object.title
    const drawn = widths?.[name]
    return [{ field, width: drawn ?? (isTitle ? titleWidth : width), align, isTitle, isFixed: drawn !== undefined }]
  })
}

// Where a column stays follows from the widths before it: they must be known.
function placed(columns: readonly Column[], frozen: number): readonly Column[] {
  if (!frozen) return columns
  let left = checkWidth
  return columns.map((column, index) => {
    if (index > frozen) return column
    const at = left
    left += column.width
    return { ...column, isFixed: true, left: at }
  })
}

// Columns share what a wide screen has left, the title most; where none of them can, it stays empty.
function templateOf(columns: readonly Column[]): { template: string; least: number } {
  const widths = columns.map(({ width, isTitle, isFixed }) =>
    isFixed ? `${width}px` : isTitle ? `minmax(${width}px, 1.6fr)` : `minmax(${width}px, 1fr)`,
  )
  const least = columns.reduce((sum, { width }) => sum + width, checkWidth)
  return { template: `${checkWidth}px ${widths.join(' ')}`, least }
}

export function cellClass({ align, isTitle, left }: Column): string {
  const frozen = left !== undefined && !isTitle
  return ['grid-cell', align && 'grid-end', isTitle && 'grid-title', frozen && 'grid-frozen'].filter(Boolean).join(' ')
}
