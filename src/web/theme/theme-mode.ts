import { useSyncExternalStore } from 'react'
import { keptChoice, useKeptChoice } from '../ui/kept-choice.ts'

export const themeChoices = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof themeChoices)[number]

const kept = keptChoice('dossier.theme', themeChoices)
const darkQuery = matchMedia('(prefers-color-scheme: dark)')

export const chooseTheme = kept.choose

function readMode(): 'light' | 'dark' {
  const choice = kept.read()
  if (choice !== 'system') return choice
  return darkQuery.matches ? 'dark' : 'light'
}

function subscribe(listener: () => void): () => void {
  const forget = kept.subscribe(listener)
  darkQuery.addEventListener('change', listener)
  return () => {
    forget()
    darkQuery.removeEventListener('change', listener)
  }
}

subscribe(() => {
  const { documentElement: root } = document
  root.dataset.theme = readMode()
  // The browser's own bar goes with the page.
  const ground = getComputedStyle(root).getPropertyValue('--bg')
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', ground)
})

export function useThemeMode(): { choice: ThemeChoice; mode: 'light' | 'dark' } {
  return { choice: useKeptChoice(kept), mode: useSyncExternalStore(subscribe, readMode) }
}
