import { useMutation } from '@tanstack/react-query'
import { Play } from 'lucide-react'
import { fetchFile, keepFile } from '../api/files.ts'
import { toastError } from '../ui/toast.tsx'
import { useObjectUrl } from '../ui/use-object-url.ts'
import { useVoiceWords } from './voice-words.ts'
import './voice.css'

/** A recording on a record: fetched when somebody wants to hear it, as the log says who did. */
export function SoundLink({ id, name }: { id: string; name: string }) {
  const t = useVoiceWords()
  const fetching = useMutation({
    mutationFn: () => fetchFile(id),
    onError: toastError,
    onSuccess: (content) => {
      // The name promised a recording; what it is, its content says.
      if (!content.type.startsWith('audio/')) keepFile(content, name)
    },
  })
  const sound = fetching.data?.type.startsWith('audio/') ? fetching.data : undefined
  const address = useObjectUrl(sound)
  if (sound)
    return (
      <span className="sound">
        <span className="meta truncate">{name}</span>
        {/* biome-ignore lint/a11y/useMediaCaption: nobody has written down what was said */}
        <audio className="voice-player" controls autoPlay src={address} aria-label={name} />
      </span>
    )
  return (
    <button
      type="button"
      className="reference link"
      aria-label={t('play', { name })}
      disabled={fetching.isPending}
      onClick={() => fetching.mutate()}
    >
      <Play size={13} aria-hidden />
      <span className="truncate">{name}</span>
    </button>
  )
}
