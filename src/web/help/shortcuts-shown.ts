import { overPage } from '../ui/over-page.ts'

/** The list of shortcuts, over the page. */
export const { show: showShortcuts, useShown: useShortcutsShown } = overPage()
