import { choice, dateTime, longText, reference, references, text, unit, user } from '#field-types'
import { defineObject, definePolicy } from '#kernel'

/** People who meet: what they talk about, what they decide, and who does what by when. */
export const meeting = defineObject({
  name: 'meeting',
  label: { zh: '会议', en: 'Meeting' },
  icon: 'users-round',
  title: 'name',
  navigation: true,
  custody: { type: 'own', owner: 'chair', people: ['participants'], unit: 'unit' },
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, max: 120, required: true, search: 'A' }),
    series: reference('regular_meeting', { label: { zh: '例会', en: 'Regular meeting' }, indexed: true }),
    startsAt: dateTime({ label: { zh: '开始时间', en: 'Starts at' }, required: true, indexed: true, planned: true }),
    place: text({ label: { zh: '地点', en: 'Place' }, max: 120 }),
    state: choice({
      label: { zh: '状态', en: 'State' },
      required: true,
      default: 'planned',
      indexed: true,
      choices: {
        planned: { zh: '待召开', en: 'To be held', colour: 'blue' },
        held: { zh: '纪要待确认', en: 'Minutes to be confirmed', colour: 'amber' },
        closed: { zh: '纪要已确认', en: 'Minutes confirmed', colour: 'green' },
        cancelled: { zh: '已取消', en: 'Cancelled', colour: 'grey' },
      },
    }),
    chair: user({ label: { zh: '主持人', en: 'Chair' }, default: 'me', required: true, indexed: true }),
    recorder: user({ label: { zh: '记录人', en: 'Keeps the minutes' } }),
    participants: references('user', { label: { zh: '参会人', en: 'Participants' } }),
    absent: references('user', { label: { zh: '缺席', en: 'Absent' } }),
    unit: unit({ label: { zh: '所属部门', en: 'Unit' } }),
    summary: longText({ label: { zh: '小结', en: 'Summary' } }),
    closedAt: dateTime({ label: { zh: '确认时间', en: 'Confirmed at' }, readOnly: true }),
    closedBy: user({ label: { zh: '确认人', en: 'Confirmed by' }, readOnly: true }),
  },
  indexes: [['series', 'startsAt']],
  views: {
    list: ['name', 'startsAt', 'state', 'place', 'chair', 'unit'],
    head: ['startsAt', 'place', 'chair'],
    bar: 'state',
    form: {
      basics: {
        label: { zh: '会议', en: 'Meeting' },
        fields: ['name', 'series', 'startsAt', 'place', 'state', 'unit'],
      },
      people: {
        label: { zh: '人员', en: 'People' },
        fields: ['chair', 'recorder', 'participants', 'absent'],
      },
      end: { label: { zh: '小结', en: 'Summary' }, fields: ['summary', 'closedAt', 'closedBy'] },
    },
  },
})

const isOpen = { state: { ne: 'closed' } } as const
const notHeld = { state: { in: ['planned', 'cancelled'] } } as const

/** Confirmed minutes stay as they were; a meeting that did not come about is taken away by who called it. */
export const meetingPolicy = definePolicy(meeting, 'work', {
  update: () => isOpen,
  delete: (actor) => ({ ...notHeld, chair: actor.id ?? '' }),
  import: () => false,
})
