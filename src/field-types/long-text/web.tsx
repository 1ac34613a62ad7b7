import { lazy, Suspense } from 'react'
import type { CellProps, KindWeb } from '../../web/kind-web.ts'
import { TextCell } from '../../web/ui/cells/text-cell.tsx'
import { TextArea } from '../../web/ui/inputs/text-area.tsx'

const Markdown = lazy(() => import('../../web/ui/cells/markdown.tsx').then((part) => ({ default: part.Markdown })))

// Plain sentences need no renderer, and most notes are plain sentences.
const marks = /[*_`#>[\]|~]|^\s*([-+]|\d+\.)\s|https?:/m

function Cell(props: CellProps) {
  const text = String(props.value)
  if (props.dense || !marks.test(text)) return <TextCell {...props} />
  return (
    <Suspense fallback={<TextCell {...props} />}>
      <Markdown text={text} />
    </Suspense>
  )
}

export const web: KindWeb = { Cell, Input: TextArea, width: 260, wide: true }
