import { type ReactNode, useId } from 'react'

/** One setting: its name, what it means, its inputs. */
export function SettingsPart({ title, text, children }: { title: string; text?: string; children?: ReactNode }) {
  const id = useId()
  return (
    <section className="settings-part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {text && <p className="muted">{text}</p>}
      {children}
    </section>
  )
}
