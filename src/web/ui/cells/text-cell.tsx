import type { CellProps } from '../../kind-web.ts'
import { piecesOf } from '../mentions.ts'

/** The value as it is, cut to one line in lists. */
export function TextCell({ value, dense, mentioned }: CellProps) {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  if (dense)
    return (
      <span className="truncate" title={text}>
        {text}
      </span>
    )
  if (!mentioned) return <span className="cell-text">{text}</span>
  return (
    <span className="cell-text">
      {piecesOf(text, mentioned).map(({ at, text: piece, id }) =>
        id ? (
          <b key={at} className="mention">
            {piece}
          </b>
        ) : (
          piece
        ),
      )}
    </span>
  )
}
