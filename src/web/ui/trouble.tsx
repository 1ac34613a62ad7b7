/** What went wrong, in red and read aloud; nothing where nothing did. */
export function Trouble({ text, id }: { text?: string | null; id?: string }) {
  if (!text) return null
  return (
    <p id={id} role="alert" className="field-error">
      {text}
    </p>
  )
}
