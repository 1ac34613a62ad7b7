import { defineModule, type Module } from '#kernel'
import { type Deliver, sendJob } from './send-job.ts'

/** Everything that leaves the house as mail. `deliver` speaks to the server. */
export function mail(deliver: Deliver): Module {
  return defineModule({ name: 'mail', label: { zh: '邮件', en: 'Mail' }, jobs: [sendJob(deliver)] })
}

export {
  changeMailSettings,
  keepSiteAddress,
  type MailServer,
  mailSettingsPatch,
  mailSettingsView,
  readMailSettings,
} from './mail-settings.ts'
export { queueMail, recentMails } from './queue-mail.ts'
export { type Deliver, type MailTrouble, mailTroubles } from './send-job.ts'
