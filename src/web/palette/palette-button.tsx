import { Search } from 'lucide-react'
import { useState } from 'react'
import { useShortcut } from '../shortcuts/use-shortcut.ts'
import { useWords } from '../words/words.ts'
import { Palette } from './palette.tsx'
import '../ui/search-field.css'
import './palette.css'

const commandKey = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘K' : 'Ctrl K'

/** Opens the palette, which finds any record and runs any command. */
export function PaletteButton() {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  useShortcut('palette', () => setOpen(true))
  return (
    <>
      <button
        type="button"
        className="search-field palette-button"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Search size={15} aria-hidden />
        <span className="truncate">{t('palette.open')}</span>
        <kbd aria-hidden>{commandKey}</kbd>
      </button>
      {isOpen && <Palette onClose={() => setOpen(false)} />}
    </>
  )
}
