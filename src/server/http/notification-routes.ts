import { changeChoices, noticeChoicesPatch, noticeChoicesView, showChoices } from '#modules/notifications'
import { type Route, route } from './route.ts'

/** How one is told of what concerns oneself. */
export const notificationRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/api/notification-settings',
    status: 200,
    answer: noticeChoicesView,
    summary: { zh: '通知方式', en: 'How one is told' },
    handle: ({ ctx }) => showChoices(ctx),
  }),
  route({
    method: 'PATCH',
    url: '/api/notification-settings',
    status: 200,
    body: noticeChoicesPatch,
    answer: noticeChoicesView,
    summary: { zh: '更改通知方式', en: 'Change how one is told' },
    handle: async ({ ctx, body }) => {
      await changeChoices(ctx, body)
      return showChoices(ctx)
    },
  }),
]
