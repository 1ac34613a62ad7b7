import type { ReactNode } from 'react'

/** A fact with its name: one row of a `<dl>`. */
export function FieldRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="field-row">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
