import { useSyncExternalStore } from 'react'

/** Tells the page that the company's stylesheet is another one. */
export const accentChanged = 'accentchanged'

const names = ['--primary', '--primary-hover', '--primary-active', '--primary-soft']

/** The company's own accent and its shades in the mode in force, as its stylesheet has them; empty where the product's stands. */
export function useOwnAccent(): string {
  return useSyncExternalStore(subscribe, read)
}

function subscribe(listener: () => void): () => void {
  window.addEventListener(accentChanged, listener)
  return () => window.removeEventListener(accentChanged, listener)
}

function read(): string {
  const style = getComputedStyle(document.documentElement)
  const shades = names.map((name) => style.getPropertyValue(name).trim())
  return shades.every(Boolean) ? shades.join(' ') : ''
}
