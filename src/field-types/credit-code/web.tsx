import type { KindWeb } from '../../web/kind-web.ts'
import { textKind } from '../../web/ui/text-kind.tsx'

export const web: KindWeb = { ...textKind({ code: true, width: 180 }), alike: alikeCode }

function alikeCode(typed: string): string | undefined {
  const code = typed.replace(/[\s-]/g, '')
  return code.length === 18 ? code : undefined
}
