import { boolean, choice, date, reference, text, user } from '#field-types'
import { defineObject, definePolicy } from '#kernel'

/** What a meeting has agreed that somebody does by a day. The doing is a task; how that stands is told here to all who met. */
export const meetingAction = defineObject({
  name: 'meeting_action',
  label: { zh: '行动项', en: 'Action item' },
  icon: 'list-checks',
  title: 'title',
  custody: { type: 'child', of: 'meeting', people: ['assignee'] },
  fields: {
    meeting: reference('meeting', { label: { zh: '会议', en: 'Meeting' }, required: true }),
    item: reference('agenda_item', { label: { zh: '议题', en: 'Agenda item' }, indexed: true }),
    title: text({ label: { zh: '行动项', en: 'Action item' }, max: 200, required: true }),
    assignee: user({ label: { zh: '负责人', en: 'Who does it' }, required: true }),
    dueOn: date({ label: { zh: '截止日期', en: 'Due on' }, required: true, planned: true }),
    state: choice({
      label: { zh: '状态', en: 'State' },
      readOnly: true,
      default: 'open',
      choices: {
        open: { zh: '待办', en: 'Open', colour: 'blue' },
        done: { zh: '已完成', en: 'Done', colour: 'green' },
        dropped: { zh: '已取消', en: 'Dropped', colour: 'grey' },
      },
    }),
    series: reference('regular_meeting', { label: { zh: '例会', en: 'Regular meeting' }, readOnly: true }),
    sealed: boolean({ label: { zh: '已定稿', en: 'Final' }, readOnly: true, default: false }),
  },
  indexes: [['series', 'state']],
  views: {
    list: ['title', 'assignee', 'dueOn', 'state', 'meeting'],
    head: ['assignee', 'dueOn', 'state'],
    form: {
      basics: {
        label: { zh: '行动项', en: 'Action item' },
        fields: ['meeting', 'item', 'title', 'assignee', 'dueOn', 'state', 'series', 'sealed'],
      },
    },
  },
})

const never = (): boolean => false

/** What was agreed is not taken away: who does not go on with it cancels the task. */
export const meetingActionPolicy = definePolicy(meetingAction, 'work', {
  update: () => ({ sealed: false }),
  delete: never,
  import: never,
})
