import { useQueryClient } from '@tanstack/react-query'
import { Paperclip } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { saveFile } from '../../web/api/files.ts'
import { usePurposeInTab } from '../../web/api/purpose.ts'
import type { CellProps, KindWeb } from '../../web/kind-web.ts'
import { toastError } from '../../web/ui/toast.tsx'
import { useWords } from '../../web/words/words.ts'

const SoundLink = lazy(() => import('../../web/voice/sound-link.tsx').then((part) => ({ default: part.SoundLink })))
const Input = lazy(() => import('../../web/ui/inputs/files-input.tsx').then((part) => ({ default: part.FilesInput })))

function Cell({ value, titles, dense }: CellProps) {
  const { t } = useWords()
  const client = useQueryClient()
  const ids = Array.isArray(value) ? value.map(String) : []
  if (dense) return <span>{ids.length ? t('files.count', { count: ids.length }) : ''}</span>
  return (
    <span className="references">
      {ids.map((id) => {
        const name = titles[id] ?? client.getQueryData<string>(['title', id]) ?? t('files.unnamed')
        return isSound(name) ? (
          <Suspense key={id} fallback={name}>
            <SoundLink id={id} name={name} />
          </Suspense>
        ) : (
          <FileLink key={id} id={id} name={name} />
        )
      })}
    </span>
  )
}

function isSound(name: string): boolean {
  return /\.(weba|m4a|ogg|mp3|wav)$/i.test(name)
}

function FileLink({ id, name }: { id: string; name: string }) {
  const purpose = usePurposeInTab()
  const content = (
    <>
      <Paperclip size={13} aria-hidden />
      <span className="truncate">{name}</span>
    </>
  )
  // A link cannot say for which purpose it asks.
  if (purpose !== null)
    return (
      <button type="button" className="reference link" onClick={() => void saveFile(id, name).catch(toastError)}>
        {content}
      </button>
    )
  return (
    <a className="reference link" href={`/api/files/${id}`} target="_blank" rel="noopener">
      {content}
    </a>
  )
}

export const web: KindWeb = { Cell, Input, width: 110, wide: true }
