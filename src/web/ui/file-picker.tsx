import type { LucideIcon } from 'lucide-react'
import { useRef } from 'react'
import { Button } from './button.tsx'

type FilePickerProps = {
  /** On the button, and the name of the input behind it where that has no label. */
  text: string
  onPick: (files: readonly File[]) => void
  icon?: LucideIcon
  look?: 'primary' | 'plain'
  small?: boolean
  busy?: boolean
  accept?: string
  multiple?: boolean
  id?: string
  label?: string
  describedBy?: string
}

/** A button that asks for files. */
export function FilePicker({ text, onPick, accept, multiple, id, label, describedBy, ...button }: FilePickerProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        id={id}
        type="file"
        accept={accept}
        multiple={multiple}
        className="visually-hidden"
        tabIndex={-1}
        aria-label={label ?? text}
        aria-describedby={describedBy}
        onChange={(event) => {
          onPick([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <Button {...button} onClick={() => input.current?.click()}>
        {text}
      </Button>
    </>
  )
}
