import { defineModule } from '#kernel'
import { followAction, followTask } from './action-tasks.ts'
import { agendaItem, agendaItemPolicy } from './agenda-item.ts'
import { followClosing, prepareAction, prepareItem, prepareMeeting } from './guard.ts'
import { prepareReport } from './guard-report.ts'
import { meeting, meetingPolicy } from './meeting.ts'
import { meetingAction, meetingActionPolicy } from './meeting-action.ts'
import { callForMeetings, followSeries, prepareSeries } from './open-meetings.ts'
import { regularMeeting, regularMeetingPolicy } from './regular-meeting.ts'
import { remind } from './remind.ts'
import { workReport, workReportPolicy } from './work-report.ts'

/** People meet, agree on what is to be done, and tell each week how it goes. */
export const meetings = defineModule({
  name: 'meetings',
  label: { zh: '会议与周报', en: 'Meetings and weekly reports' },
  optional: {
    gone: {
      zh: '例会、会议纪要、行动项和周报；由行动项产生的任务仍保留。',
      en: 'Regular meetings, minutes, action items and weekly reports. Tasks that came of them stay.',
    },
  },
  objects: [regularMeeting, meeting, agendaItem, meetingAction, workReport],
  policies: [regularMeetingPolicy, meetingPolicy, agendaItemPolicy, meetingActionPolicy, workReportPolicy],
  hooks: {
    regular_meeting: { prepare: prepareSeries, written: followSeries },
    meeting: { prepare: prepareMeeting, written: followClosing },
    agenda_item: { prepare: prepareItem },
    meeting_action: { prepare: prepareAction, written: followAction },
    work_report: { prepare: prepareReport },
    task: { written: followTask },
  },
  maintain: callForMeetings,
  tick: remind,
})

export { reportsOfWeek } from './handed-in.ts'
