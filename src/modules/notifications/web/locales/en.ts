import type { Shape } from '../../../../web/locales/shape.ts'
import type { zh } from './zh.ts'

export const en: Shape<typeof zh> = {
  notices: {
    title: 'Notifications',
    unread: '{{count}} unread notification{{count, s}}',
    which: { label: 'Which', unread: 'Unread', all: 'All' },
    readAll: 'Mark all read',
    readAllDone: '{{count}} marked as read',
    read: 'Mark as read: {{text}}',
    unreadAgain: 'Mark as unread: {{text}}',
    isUnread: 'Unread',
    changes: '{{count}} change{{count, s}}',
    more: 'Show more',
    none: 'Nothing unread',
    noneAtAll: 'No notifications yet',
    settings: 'How you are told',
    choices: {
      title: 'Notifications',
      text: 'Whether each kind counts as unread, and whether mail tells of it too. Mail holds links and numbers, and nothing of customers.',
      inApp: 'In the application',
      mail: 'Mail',
      times: { never: 'No mail', once: 'Mail at once', daily: 'Daily at 8' },
      not_set_up: 'The company has not set up mail yet; none leaves for now.',
      no_address: 'Your account has no mail address, so none leaves. Ask an administrator to add it.',
    },
    noneText:
      'Tasks and customers given to you, requests for you to decide, mentions of you and what others change on your customers come here.',
  },
}
