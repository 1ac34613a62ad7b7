import { Search } from 'lucide-react'
import type { ComponentProps } from 'react'
import './search-field.css'

type SearchFieldProps = Omit<ComponentProps<'input'>, 'type' | 'onChange' | 'className'> & {
  /** What is searched, for who does not see the icon; the placeholder too where there is no other. */
  label: string
  className: string
  onText: (text: string) => void
}

export function SearchField({ label, className, onText, ...rest }: SearchFieldProps) {
  return (
    <span className={`search-field ${className}`}>
      <Search size={15} aria-hidden />
      <input
        placeholder={label}
        {...rest}
        type="search"
        aria-label={label}
        onChange={(event) => onText(event.target.value)}
      />
    </span>
  )
}
