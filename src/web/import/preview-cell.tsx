import { errorSentence } from '#shared/app-error'
import type { PreviewCell as Cell } from '../api/imports.ts'
import { useWords } from '../words/words.ts'

/** A cell as the system reads it, with the file's own text while pointing; `name` is the field of its column. */
export function PreviewCell({ cell, name }: { cell?: Cell; name?: string }) {
  const { locale } = useWords()
  if (!cell) return <td />
  // A column that is left out stands there, but pale.
  if (name === undefined) {
    return (
      <td className="preview-out truncate" title={cell.raw}>
        {cell.raw}
      </td>
    )
  }
  if (cell.code) {
    const sentence = errorSentence(cell.code, { field: name, input: cell.raw }, locale)
    return (
      <td className="preview-bad" title={sentence}>
        {cell.raw} <span className="visually-hidden">{sentence}</span>
      </td>
    )
  }
  const isChanged = cell.text !== cell.raw
  return (
    <td title={isChanged ? cell.raw : cell.text} className={isChanged ? 'preview-changed' : undefined}>
      {cell.text}
    </td>
  )
}
