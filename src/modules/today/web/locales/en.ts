import type { Shape } from '../../../../web/locales/shape.ts'
import type { zh } from './zh.ts'

export const en: Shape<typeof zh> = {
  today: {
    title: 'Today',
    whose: { label: 'Whose work', mine: 'Mine', all: 'All that I see' },
    tasks: 'Tasks due',
    followUps: 'Customers to contact',
    toComplete: 'Files to complete',
    changed: 'Changed lately',
    settle: 'Done: {{title}}',
    settled: '“{{title}}” is done',
    late: 'Late:',
    none: {
      tasks: 'No task is due today.',
      followUps: 'Nobody waits for a call. Set a next follow-up on a file, and it comes here on its day.',
      toComplete: 'Every file has what it needs.',
      changed: 'No files yet.',
    },
  },
}
