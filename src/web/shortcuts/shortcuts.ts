import { isTyping } from '../ui/typing.ts'

/** Every key that does something by itself: handlers ask here, and the list of shortcuts is made of it. `Mod`: Ctrl, or the command key of a Mac. */
export const shortcuts = {
  palette: ['Mod+k', '/'],
  help: ['?'],
  sidebar: ['['],
  next: ['j', 'ArrowDown'],
  previous: ['k', 'ArrowUp'],
  farNext: ['PageDown'],
  farPrevious: ['PageUp'],
  open: ['Enter'],
  look: [' '],
  choose: ['x'],
  edit: ['e', 'F2'],
  nextCell: ['ArrowRight'],
  previousCell: ['ArrowLeft'],
  moveUp: ['Alt+ArrowUp'],
  moveDown: ['Alt+ArrowDown'],
  save: ['Mod+Enter'],
  allRight: ['v'],
} as const satisfies Record<string, readonly string[]>

export type ShortcutName = keyof typeof shortcuts

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'target'>

/** Whether a key that was pressed means this; a key alone means text where somebody types. */
export function isShortcut(event: Key, name: ShortcutName): boolean {
  const mod = event.ctrlKey || event.metaKey
  return shortcuts[name].some((keys) => {
    const key = keys.replace(/^(Mod|Alt)\+/, '')
    const isHeld = mod === keys.startsWith('Mod+') && event.altKey === keys.startsWith('Alt+')
    if (!isHeld || (!mod && isTyping(event.target))) return false
    return event.key === key || (mod && event.key.toLowerCase() === key)
  })
}
