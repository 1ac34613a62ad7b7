import { useEffect, useEffectEvent } from 'react'
import { isCovered } from '../ui/typing.ts'
import { isShortcut, type ShortcutName } from './shortcuts.ts'

/** Does something by a key from anywhere on the page, unless something lies over it. */
export function useShortcut(name: ShortcutName, run: () => void): void {
  const act = useEffectEvent(run)
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!isShortcut(event, name) || isCovered()) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [name])
}
