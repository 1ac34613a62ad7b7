import type { Shape } from '../../../../web/locales/shape.ts'
import type { zh } from './zh.ts'

export const en: Shape<typeof zh> = {
  notices: {
    title: 'Notifications',
    unread: '{{count}} unread notifications',
    which: { label: 'Which', unread: 'Unread', all: 'All' },
    readAll: 'Mark all as read',
    readAllDone: '{{count}} marked as read',
    read: 'Mark as read: {{text}}',
    unreadAgain: 'Mark as unread: {{text}}',
    isUnread: 'Unread',
    changes: '{{count}} changes',
    more: 'Show more',
    none: 'Nothing unread',
    noneAtAll: 'No notifications yet',
    noneText:
      'Tasks and customers given to you, requests for you to decide and what others change on your customers come here.',
  },
}
