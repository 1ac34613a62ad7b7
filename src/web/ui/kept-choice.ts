import { useSyncExternalStore } from 'react'

/** A way of looking at things that this browser keeps: one of some words, and nothing of any record. */
export type KeptChoice<Choice extends string> = {
  choices: readonly Choice[]
  read: () => Choice
  choose: (choice: Choice) => void
  subscribe: (listener: () => void) => () => void
}

/** The first of `choices` stands until somebody chooses. */
export function keptChoice<const Choice extends string>(
  key: string,
  choices: readonly [Choice, ...Choice[]],
): KeptChoice<Choice> {
  const listeners = new Set<() => void>()
  return {
    choices,
    read: () => {
      const kept = localStorage.getItem(key)
      return choices.find((choice) => choice === kept) ?? choices[0]
    },
    choose: (choice) => {
      localStorage.setItem(key, choice)
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export function useKeptChoice<Choice extends string>({ read, subscribe }: KeptChoice<Choice>): Choice {
  return useSyncExternalStore(subscribe, read)
}
