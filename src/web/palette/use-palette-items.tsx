import { useObjects } from '../api/definitions.ts'
import { Icon } from '../ui/icon.tsx'
import { useWords } from '../words/words.ts'
import type { PaletteItem } from './palette-item.ts'
import { useCommands } from './use-commands.tsx'
import { useFound } from './use-found.ts'
import { useOpenFound } from './use-open-found.ts'

/** Of one group, as many as leave room for the others. */
const mostOfGroup = 5

/** What a text may mean; without one, where to go and what to make. Commands come first: they are there at once and stay in their place. */
export function usePaletteItems(text: string): { items: readonly PaletteItem[]; isDone: boolean; refusal?: string } {
  const { label } = useWords()
  const term = text.trim().toLowerCase()
  const objects = useObjects()
  const open = useOpenFound()
  const { items, ...state } = useFound(text)
  const commands = useCommands()
  if (term === '') return { items: commands.filter(({ group }) => group !== 'run'), isDone: true }
  const meant = commands.filter(({ title, meta = '' }) => `${meta} ${title}`.toLowerCase().includes(term))
  const fewer = [...Map.groupBy(meant, ({ group }) => group).values()].flatMap((some) => some.slice(0, mostOfGroup))
  const found = items.map((item): PaletteItem => {
    const object = objects.find(({ name }) => name === item.object)
    return {
      key: `${item.object}-${item.id}`,
      group: 'found',
      icon: <Icon name={object?.icon ?? 'table'} />,
      title: item.title,
      detail: item.detail,
      meta: object && label(object.label),
      run: () => open(item),
    }
  })
  return { items: [...fewer, ...found], ...state }
}
