import { type RefObject, useEffect } from 'react'
import { isCovered, isTyping } from '../ui/typing.ts'

/** `/` goes to this input, from anywhere that is no input itself. */
export function useSlashKey(input: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const focus = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || isTyping(event.target) || isCovered()) return
      event.preventDefault()
      input.current?.focus()
    }
    addEventListener('keydown', focus)
    return () => removeEventListener('keydown', focus)
  }, [input])
}
