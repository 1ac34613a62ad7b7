import type { CellProps, KindWeb } from '../../web/kind-web.ts'
import { TextCell } from '../../web/ui/cells/text-cell.tsx'
import { textKind } from '../../web/ui/text-kind.tsx'

const text = textKind({ inputMode: 'url', width: 200 })

function Cell(props: CellProps) {
  const address = String(props.value)
  if (props.dense || !/^https?:\/\//.test(address)) return <TextCell {...props} />
  return (
    <a className="link" href={address} target="_blank" rel="noopener noreferrer">
      {address.replace(/^https?:\/\/(www\.)?|\/$/g, '')}
    </a>
  )
}

export const web: KindWeb = { ...text, Cell }
