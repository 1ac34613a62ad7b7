import type { InputProps, KindWeb } from '../../web/kind-web.ts'
import { TextCell } from '../../web/ui/cells/text-cell.tsx'

// A computed value is never typed in; the page shows it with the looks of the kind that it is computed as.
function Input({ value, field, titles }: InputProps) {
  return value === null || value === undefined ? null : <TextCell value={value} field={field} titles={titles} />
}

export const web: KindWeb = { Cell: TextCell, Input }
