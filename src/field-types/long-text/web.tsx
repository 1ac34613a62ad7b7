import { lazy, Suspense } from 'react'
import { useObjectNamed } from '../../web/api/definitions.ts'
import type { CellProps, InputProps, KindWeb } from '../../web/kind-web.ts'
import { TextCell } from '../../web/ui/cells/text-cell.tsx'
import { TextArea } from '../../web/ui/inputs/selects.ts'

const Markdown = lazy(() => import('../../web/ui/cells/markdown.tsx').then((part) => ({ default: part.Markdown })))
const MentionArea = lazy(() =>
  import('../../web/ui/inputs/mention-area.tsx').then((part) => ({ default: part.MentionArea })),
)

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

function Input({ mentions, ...rest }: InputProps) {
  const file = useObjectNamed(mentions?.file.object ?? '')
  return mentions && file ? <MentionArea {...rest} mentions={mentions} file={file} /> : <TextArea {...rest} />
}

export const web: KindWeb = { Cell, Input, width: 260, wide: true }
