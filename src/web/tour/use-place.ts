import { useEffect, useState } from 'react'

export type Place = { top: number; left: number; width: number; height: number }

/** Where something stands in the window, also after it has come, gone or moved. */
export function usePlace(target: string): Place | undefined {
  const [place, setPlace] = useState<Place>()
  useEffect(() => {
    let frame = 0
    const look = (): void => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => setPlace((was) => sameOr(was, placeOf(target))))
    }
    look()
    const changes = new MutationObserver(look)
    changes.observe(document.body, { childList: true, subtree: true })
    addEventListener('resize', look)
    addEventListener('scroll', look, true)
    return () => {
      cancelAnimationFrame(frame)
      changes.disconnect()
      removeEventListener('resize', look)
      removeEventListener('scroll', look, true)
    }
  }, [target])
  return place
}

function placeOf(target: string): Place | undefined {
  for (const element of document.querySelectorAll(target)) {
    const { top, left, width, height } = element.getBoundingClientRect()
    if (width > 0 && height > 0) return { top, left, width, height }
  }
  return undefined
}

// The same place again must not draw anew, as drawing is a change of the page itself.
function sameOr(was: Place | undefined, is: Place | undefined): Place | undefined {
  return JSON.stringify(was) === JSON.stringify(is) ? was : is
}
