/** The number beside a place of the navigation; `text` says it whole to a screen reader. Nothing stands there for none. */
export function NavigationCount({ count, text }: { count: number | undefined; text: string }) {
  if (!count) return null
  return (
    <span className="navigation-count">
      <span aria-hidden>{count}</span>
      <span className="visually-hidden">{text}</span>
    </span>
  )
}
