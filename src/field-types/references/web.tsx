import type { CellProps, InputProps, KindWeb } from '../../web/kind-web.ts'
import { ReferenceCell } from '../../web/ui/cells/reference-cell.tsx'
import { ReferenceInput } from '../../web/ui/inputs/selects.ts'

function Cell({ value, titles, field, dense }: CellProps) {
  const { object } = field.options
  return <ReferenceCell ids={value} titles={titles} object={object} dense={dense} person={object === 'user'} />
}

function Input(props: InputProps) {
  return <ReferenceInput {...props} object={props.field.options.object} many />
}

export const web: KindWeb = { Cell, Input, width: 200 }
