import type { Shape } from '../../../../web/locales/shape.ts'
import type { zh } from './zh.ts'

export const en: Shape<typeof zh> = {
  today: {
    title: 'Today',
    whose: { label: 'Whose work', mine: 'Mine', all: 'All that I see', team: 'Team' },
    tasks: 'Tasks due',
    followUps: 'Customers to contact',
    contactOverdue: 'Overdue by the service standard',
    toComplete: 'Files to complete',
    changed: 'Recently changed',
    overdue: 'Overdue',
    dueToday: 'Due today',
    later: 'Later',
    requests: 'Change requests to decide on',
    settle: 'Done: {{title}}',
    settled: '“{{title}}” is done',
    late: 'Late:',
    birthdays: '{{name}} birthdays',
    within: 'Days ahead',
    days: '{{count}} day{{count, s}}',
    team: {
      tasks: 'Open tasks',
      silent: 'Customers long without contact',
      silentFor: 'Days without contact',
      contactOverdue: 'Overdue by the service standard',
      toComplete: 'Files to complete',
      followUps: 'Follow-ups this week',
      late: '{{count}} late',
      none: 'None.',
    },
    none: {
      tasks: 'No task is due today.',
      followUps: 'Nobody waits for a call. Set a next follow-up on a file, and it comes here on its day.',
      contactOverdue: 'Nobody has waited longer than the service standard says.',
      toComplete: 'Every file has what it needs.',
      changed: 'No files yet.',
      birthdays: 'Nobody has a birthday within {{count}} day{{count, s}}.',
    },
  },
  inbox: {
    title: 'Inbox',
    count: '{{count}} waiting for you',
    kind: { label: 'Kind', all: 'All', tasks: 'Tasks', requests: 'Change requests' },
    none: 'Nothing waits for you',
    noneText: 'Tasks given to you and change requests that wait for your decision come here.',
  },
}
