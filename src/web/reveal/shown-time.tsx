import { Copy } from 'lucide-react'
import { type RefObject, useEffect, useState } from 'react'
import { toast } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'
import { copyText } from './copy-text.ts'
import { SmallAction } from './small-action.tsx'

type ShownTimeProps = {
  until: number
  name: string
  dense?: boolean
  /** What is copied is what is read. */
  place: RefObject<HTMLElement | null>
  onEnd: () => void
}

/** How long a revealed value still stands, and the way to take it along. */
export function ShownTime({ until, name, dense, place, onEnd }: ShownTimeProps) {
  const { t } = useWords()
  const seconds = useSecondsTo(until, onEnd)
  const copy = async (): Promise<void> => {
    if (place.current && (await copyText(place.current))) toast({ text: t('reveal.copied') })
  }
  return (
    <>
      <span role="timer" className="meta nowrap" title={t('reveal.hidesIn', { seconds })}>
        {t('reveal.seconds', { seconds })}
      </span>
      <SmallAction
        icon={Copy}
        text={t('reveal.copy')}
        label={t('reveal.copyNamed', { name })}
        dense={dense}
        onClick={() => void copy()}
      />
    </>
  )
}

/** Counts by the clock, so that a computer that slept does not go on where it was. */
function useSecondsTo(until: number, onEnd: () => void): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const tick = setInterval(() => {
      if (Date.now() >= until) onEnd()
      else setNow(Date.now())
    }, 1_000)
    return () => clearInterval(tick)
  }, [until, onEnd])
  return Math.ceil((until - now) / 1_000)
}
