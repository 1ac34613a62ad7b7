import { useQueryClient } from '@tanstack/react-query'
import { Paperclip, X } from 'lucide-react'
import type { InputProps } from '../../kind-web.ts'
import { useWords } from '../../words/words.ts'
import { IconButton } from '../button.tsx'
import { FilePicker } from '../file-picker.tsx'
import { useSendFiles } from './use-send-files.ts'

/** Files sent up at once; the record keeps their ids when it is saved. */
export function FilesInput({ value, onChange, titles, id, label, describedBy }: InputProps) {
  const { t } = useWords()
  const client = useQueryClient()
  const ids = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
  const sending = useSendFiles((sent) => onChange([...ids, ...sent]))
  const picker = { text: t('files.add'), icon: Paperclip, busy: sending.isPending, id, label, describedBy }
  return (
    <div className="files-input">
      <FilePicker {...picker} multiple small onPick={sending.mutate} />
      {ids.map((file) => {
        const name = titles[file] ?? client.getQueryData<string>(['title', file]) ?? t('files.unnamed')
        return <FileChip key={file} name={name} onRemove={() => onChange(ids.filter((one) => one !== file))} />
      })}
    </div>
  )
}

function FileChip({ name, onRemove }: { name: string; onRemove: () => void }) {
  const { t } = useWords()
  return (
    <span className="file-chip">
      <span className="truncate" title={name}>
        {name}
      </span>
      <IconButton icon={X} size={13} label={t('files.remove', { name })} onClick={onRemove} />
    </span>
  )
}
