import { useQueryClient } from '@tanstack/react-query'
import { Paperclip } from 'lucide-react'
import { lazy } from 'react'
import type { CellProps, KindWeb } from '../../web/kind-web.ts'
import { useWords } from '../../web/words/words.ts'

const Input = lazy(() => import('../../web/ui/inputs/files-input.tsx').then((part) => ({ default: part.FilesInput })))

function Cell({ value, titles, dense }: CellProps) {
  const { t } = useWords()
  const client = useQueryClient()
  const ids = Array.isArray(value) ? value.map(String) : []
  if (dense) return <span>{ids.length ? t('files.count', { count: ids.length }) : ''}</span>
  return (
    <span className="references">
      {ids.map((id) => (
        <a key={id} className="reference link" href={`/api/files/${id}`} target="_blank" rel="noopener">
          <Paperclip size={13} aria-hidden />
          <span className="truncate">
            {titles[id] ?? client.getQueryData<string>(['title', id]) ?? t('files.unnamed')}
          </span>
        </a>
      ))}
    </span>
  )
}

export const web: KindWeb = { Cell, Input, width: 110, wide: true }
