import { useEffect, useRef, useState } from 'react'

/** Text being typed for a value that is not text: kept as typed until the value changes from outside. */
export function useDraft(
  value: unknown,
  toText: (value: unknown) => string,
): [string, (text: string, value: unknown) => void] {
  const [text, setText] = useState(() => toText(value))
  const emitted = useRef(value)
  useEffect(() => {
    if (Object.is(emitted.current, value)) return
    emitted.current = value
    setText(toText(value))
  }, [value, toText])
  const keep = (typed: string, result: unknown): void => {
    emitted.current = result
    setText(typed)
  }
  return [text, keep]
}
