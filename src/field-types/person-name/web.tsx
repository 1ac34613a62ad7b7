import type { KindWeb } from '../../web/kind-web.ts'
import { textKind } from '../../web/ui/text-kind.tsx'

export const web: KindWeb = { ...textKind({ width: 130 }), isName: true }
