import { useEffect } from 'react'
import { isCovered, isTyping } from '../ui/typing.ts'

/** Ctrl+K (or ⌘K) from anywhere, and `/` from anywhere that is no input itself. */
export function usePaletteKeys(open: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const isCommand = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)
      const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !isTyping(event.target)
      if (!(isCommand || isSlash) || isCovered()) return
      event.preventDefault()
      open()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [open])
}
