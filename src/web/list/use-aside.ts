import { type RefObject, useLayoutEffect } from 'react'

/**
 * Says on the element whether it has been scrolled aside. Only then do columns have to stay where they are, and the browser keeps
 * a layer for each cell that does: too dear for all who never go aside.
 */
export function useAside(scroller: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const tell = (): void => {
      const isAside = element.scrollLeft > 0
      if (isAside !== element.hasAttribute('data-aside')) element.toggleAttribute('data-aside', isAside)
    }
    tell()
    element.addEventListener('scroll', tell, { passive: true })
    return () => element.removeEventListener('scroll', tell)
  }, [scroller])
}
