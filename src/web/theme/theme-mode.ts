import { useSyncExternalStore } from 'react'

export const themeChoices = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof themeChoices)[number]

const storageKey = 'dossier.theme'
const darkQuery = matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()

function readChoice(): ThemeChoice {
  const kept = localStorage.getItem(storageKey)
  return themeChoices.find((choice) => choice === kept) ?? 'system'
}

function readMode(): 'light' | 'dark' {
  const choice = readChoice()
  if (choice !== 'system') return choice
  return darkQuery.matches ? 'dark' : 'light'
}

function announce(): void {
  document.documentElement.dataset.theme = readMode()
  for (const listener of listeners) listener()
}

darkQuery.addEventListener('change', announce)

export function chooseTheme(choice: ThemeChoice): void {
  localStorage.setItem(storageKey, choice)
  announce()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useThemeMode(): { choice: ThemeChoice; mode: 'light' | 'dark' } {
  return { choice: useSyncExternalStore(subscribe, readChoice), mode: useSyncExternalStore(subscribe, readMode) }
}
