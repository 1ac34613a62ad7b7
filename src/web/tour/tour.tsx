import { useLocation } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { type CSSProperties, type KeyboardEvent, useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { Button, IconButton } from '../ui/button.tsx'
import { usePhone } from '../ui/use-phone.ts'
import { useWords } from '../words/words.ts'
import { tourWords, unfold } from './tour-words.ts'
import { type Place, usePlace } from './use-place.ts'
import { followsTour, takeAsked, useTour } from './use-tour.ts'
import { type TourStop, useTourStops } from './use-tour-stops.ts'
import './tour.css'

/** Shows a newcomer around, beside the page and never over it: each step can be left, and taken up again from the help menu. */
export function Tour() {
  const { step } = useTour()
  const stops = useTourStops()
  if (!stops) return null
  // A step that this reader has no right to leads on to the next that there is.
  const at = Math.max(
    0,
    stops.findIndex((stop) => stop.step === step),
  )
  const stop = stops[at]
  return stop ? <Stop key={stop.step} stop={stop} at={at} stops={stops} /> : null
}

function Stop({ stop, at, stops }: { stop: TourStop; at: number; stops: readonly TourStop[] }) {
  const { t, label } = useWords()
  const id = useId()
  const isPhone = usePhone()
  const tour = useTour()
  const target = usePlace(stop.target)
  // Whoever has not asked for it finds it in a corner, off what they came for.
  const place = followsTour() ? target : undefined
  const { title, text } = tourWords[stop.step]
  const next = stops[at + 1]
  const before = stops[at - 1]
  const card = useRef<HTMLElement>(null)
  // On a phone one line is enough for whoever has not asked.
  const [isFolded, setFolded] = useState(isPhone && !followsTour())
  const arrive = useEffectEvent(() => {
    if (!takeAsked()) return
    stop.go?.()
    card.current?.focus()
  })
  useEffect(arrive, [])
  useLeaveByWorking(stop.path, tour.leave)
  const leaveByKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') tour.leave()
  }
  return (
    <>
      {place && <div className="tour-ring" style={ringAt(place)} aria-hidden />}
      <section
        ref={card}
        tabIndex={-1}
        className={isFolded ? 'tour tour-folded' : 'tour'}
        aria-labelledby={id}
        style={isPhone ? undefined : cardAt(place)}
        onKeyDown={leaveByKey}
      >
        <div className="tour-head">
          <h2 id={id}>{t('tour.title')}</h2>
          <span className="meta">{t('tour.progress', { at: at + 1, count: stops.length })}</span>
          {isFolded && (
            <Button look="quiet" small onClick={() => setFolded(false)}>
              {label(unfold)}
            </Button>
          )}
          <IconButton icon={X} size={14} label={t('tour.leave')} onClick={tour.leave} />
        </div>
        {!isFolded && (
          <>
            <div role="status">
              <strong>{label(title)}</strong>
              <p>{label(text)}</p>
            </div>
            <div className="tour-foot">
              {before && (
                <Button look="quiet" small onClick={() => tour.go(before.step)}>
                  {t('tour.back')}
                </Button>
              )}
              <Button look="primary" small onClick={() => (next ? tour.go(next.step) : tour.end())}>
                {t(next ? 'tour.next' : 'tour.end')}
              </Button>
            </div>
          </>
        )}
      </section>
    </>
  )
}

/** Whoever goes elsewhere, or begins on the page before following it, has work to do: the tour makes way, and waits under help. */
function useLeaveByWorking(stopPath: string | undefined, leave: () => void): void {
  const path = useLocation({ select: ({ pathname }) => pathname })
  const [from] = useState(path)
  const look = useEffectEvent(() => {
    if (path !== from && path !== stopPath) leave()
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks when somebody goes elsewhere
  useEffect(look, [path])
  const work = useEffectEvent(({ target }: Event) => {
    if (!followsTour() && target instanceof Element && target.closest('main')) leave()
  })
  useEffect(() => {
    addEventListener('pointerdown', work, true)
    return () => removeEventListener('pointerdown', work, true)
  }, [])
}

const gap = 12
const cardWidth = 320
const cardHeight = 220

function ringAt({ top, left, width, height }: Place): CSSProperties {
  return { top: top - 4, left: left - 4, width: width + 8, height: height + 8 }
}

/** Beside what it is about, where there is room; else below it; without it, in the corner. */
function cardAt(place: Place | undefined): CSSProperties | undefined {
  if (!place) return undefined
  const fits = place.left + place.width + gap + cardWidth < innerWidth
  const left = fits ? place.left + place.width + gap : Math.min(place.left, innerWidth - cardWidth - gap)
  const below = place.top + place.height + gap
  const wanted = fits ? place.top : below + cardHeight < innerHeight ? below : place.top - cardHeight - gap
  const top = Math.max(gap, Math.min(wanted, innerHeight - cardHeight - gap))
  return { top, left, right: 'auto', bottom: 'auto' }
}
