import { defineModule } from '#kernel'
import { tick } from './clock.ts'
import {
  followCustomer,
  followExport,
  followJob,
  followMeeting,
  followMention,
  followReport,
  followRequest,
  followSuggestion,
  followTask,
  followTeam,
  tellOfSuspicion,
} from './followers.ts'
import { digestJob } from './notice-mail.ts'
import { notification, notificationPolicy } from './notification.ts'
import { tellJob } from './tell-job.ts'

/** People are told of what concerns them, by themselves. */
export const notifications = defineModule({
  name: 'notifications',
  label: { zh: '通知', en: 'Notifications' },
  objects: [notification],
  policies: [notificationPolicy],
  hooks: {
    task: { written: followTask },
    customer: { written: followCustomer, suspected: tellOfSuspicion },
    comment: { written: followMention },
    follow_up: { written: followMention },
    team_member: { written: followTeam },
    change_request: { written: followRequest },
    meeting: { written: followMeeting },
    work_report: { written: followReport },
    suggestion: { written: followSuggestion },
    export: { written: followExport },
  },
  jobs: [tellJob, digestJob],
  jobEnded: followJob,
  tick,
})

export { changeChoices, noticeChoicesPatch, noticeChoicesView, showChoices } from './choices.ts'
export { tell } from './tell.ts'
