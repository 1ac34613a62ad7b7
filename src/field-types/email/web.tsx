import type { CellProps, KindWeb } from '../../web/kind-web.ts'
import { TextCell } from '../../web/ui/cells/text-cell.tsx'
import { textKind } from '../../web/ui/text-kind.tsx'

// No type="email": the browser would refuse what the server reads well, such as full-width letters.
const text = textKind({ inputMode: 'email', width: 200 })

function Cell(props: CellProps) {
  const address = String(props.value)
  if (props.dense || address.includes('*')) return <TextCell {...props} />
  return (
    <a className="link" href={mailAddress(address)}>
      {address}
    </a>
  )
}

function mailAddress(value: string): string {
  return `mailto:${value}`
}

export const web: KindWeb = { ...text, Cell, contact: { use: 'mail', address: mailAddress } }
