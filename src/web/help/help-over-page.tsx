import { lazy, Suspense } from 'react'
import { useShortcut } from '../shortcuts/use-shortcut.ts'
import { showShortcuts, useShortcutsShown } from './shortcuts-shown.ts'

const ShortcutList = lazy(() => import('./shortcut-list.tsx').then((part) => ({ default: part.ShortcutList })))

/** The list of shortcuts, over whatever page somebody asks for it on. */
export function HelpOverPage() {
  const isShown = useShortcutsShown()
  useShortcut('help', () => showShortcuts(true))
  return <Suspense fallback={null}>{isShown && <ShortcutList onClose={() => showShortcuts(false)} />}</Suspense>
}
