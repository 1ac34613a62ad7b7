import { overPage } from '../ui/over-page.ts'

/** The changes that wait to be sent, over the page. */
export const { show: showTray, useShown: useTrayShown } = overPage()
