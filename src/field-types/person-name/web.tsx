import { textKind } from '../../web/ui/text-kind.tsx'

export const web = textKind({ width: 130 })
