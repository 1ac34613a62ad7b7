import { defineModule } from '#kernel'
import { confirmationLink, confirmationLinkPolicy } from './confirmation-link.ts'
import { expireLinks } from './expire-links.ts'
import { followRequest } from './follow-request.ts'

/** A customer looks through data on their own file, by a link and without an account. */
export const confirmations = defineModule({
  name: 'confirmations',
  label: { zh: '客户确认', en: 'Confirmation by customers' },
  optional: {
    gone: {
      zh: '请客户自行确认资料的链接：无法再发送，已发出的链接不再能打开。',
      en: 'Links on which customers confirm their own data: none can be sent, and those sent do not open.',
    },
  },
  objects: [confirmationLink],
  policies: [confirmationLinkPolicy],
  hooks: { change_request: { written: followRequest } },
  tick: expireLinks,
})

export { answerConfirmation } from './answer-confirmation.ts'
export { askCustomer, mostDays, offerOf, withdrawLink } from './ask-customer.ts'
export { openConfirmation } from './open-confirmation.ts'
