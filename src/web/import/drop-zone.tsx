import { useMutation } from '@tanstack/react-query'
import { FileUp } from 'lucide-react'
import { type DragEvent, useState } from 'react'
import type { ObjectWire } from '#shared/wire'
import { startImport } from '../api/imports.ts'
import { FilePicker } from '../ui/file-picker.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useImportWords } from './import-words.ts'

const accepted = '.csv,.tsv,.txt,.xlsx'

type DropZoneProps = { object: ObjectWire; onStarted: (id: string) => void }

export function DropZone({ object, onStarted }: DropZoneProps) {
  const own = useImportWords()
  const [isOver, setOver] = useState(false)
  const start = useMutation({
    mutationFn: (file: File) => startImport(object, file),
    onSuccess: ({ id }) => onStarted(id),
  })
  const take = ([file]: readonly File[]): void => {
    if (file) start.mutate(file)
  }
  const over = (event: DragEvent): void => {
    event.preventDefault()
    setOver(true)
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    take([...event.dataTransfer.files])
  }
  const drag = { onDragOver: over, onDragLeave: () => setOver(false), onDrop: drop }
  return (
    <section className={isOver ? 'drop-zone drop-zone-over' : 'drop-zone'} aria-label={own('drop')} {...drag}>
      <FileUp size={26} strokeWidth={1.5} aria-hidden />
      <h2>{own('drop')}</h2>
      <p className="muted">{own('dropText')}</p>
      <FilePicker text={own('choose')} look="primary" accept={accepted} busy={start.isPending} onPick={take} />
      <Trouble text={start.error?.message} />
    </section>
  )
}
