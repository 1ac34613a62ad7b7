import { Mic, Square } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useObjectUrl } from '../ui/use-object-url.ts'
import { useWords } from '../words/words.ts'
import { longestMs, useRecorder } from './use-recorder.ts'
import { useVoiceWords } from './voice-words.ts'
import './voice.css'

type VoiceNoteProps = {
  /** Begins to record at once: a button was pressed for it already. */
  begins?: boolean
  busy: boolean
  /** With what may stand as its text, where nobody writes any. */
  onKeep: (file: File, text: string) => void
}

/** Records a voice note, lets it be heard, and hands it over. */
export function VoiceNote({ begins, busy, onKeep }: VoiceNoteProps) {
  const t = useVoiceWords()
  const { format } = useWords()
  const { recording, start, stop, reset } = useRecorder()
  const first = useRef(start)
  useEffect(() => {
    if (begins) first.current()
  }, [begins])
  if (recording.state === 'recording') {
    const seconds = Math.ceil(recording.leftMs / 1000)
    const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
    return (
      <div className="voice voice-on">
        <span className="voice-dot" aria-hidden />
        <meter className="voice-meter" min={0} max={longestMs} value={longestMs - recording.leftMs} aria-hidden />
        <span className="voice-left" role="timer" aria-live="off">
          {t('left', { time })}
        </span>
        <Button small icon={Square} onClick={stop}>
          {t('stop')}
        </Button>
      </div>
    )
  }
  if (recording.state === 'done') {
    const { sound, ending } = recording
    const keep = (): void => {
      const name = `${t('name', { at: format.dateTime(new Date().toISOString()) })}.${ending}`
      onKeep(new File([sound], name, { type: sound.type }), t('spoken'))
      reset()
    }
    return (
      <div className="voice">
        <Player sound={sound} label={t('listen')} />
        <Button small look="primary" busy={busy} onClick={keep}>
          {t('keep')}
        </Button>
        <Button small onClick={start}>
          {t('again')}
        </Button>
        <Button small look="quiet" onClick={reset}>
          {t('discard')}
        </Button>
      </div>
    )
  }
  return (
    <div className="voice">
      <Button small icon={Mic} disabled={recording.state === 'asking'} onClick={start}>
        {recording.state === 'asking' ? t('asking') : t('record')}
      </Button>
      <Trouble text={recording.state === 'failed' ? t(recording.trouble) : undefined} />
    </div>
  )
}

function Player({ sound, label }: { sound: Blob; label: string }) {
  const address = useObjectUrl(sound)
  // biome-ignore lint/a11y/useMediaCaption: nobody has written down yet what was said
  return <audio className="voice-player" controls src={address} aria-label={label} />
}
