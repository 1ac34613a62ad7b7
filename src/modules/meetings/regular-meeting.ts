import { boolean, choice, date, longText, references, text, unit, user } from '#field-types'
import { defineObject, definePolicy } from '#kernel'
import { meetingRhythms } from './rhythm.ts'

/** A meeting that is held again and again: when, where, who leads it and who comes. */
export const regularMeeting = defineObject({
  name: 'regular_meeting',
  label: { zh: '例会', en: 'Regular meeting' },
  icon: 'calendar',
  title: 'name',
  navigation: true,
  custody: { type: 'own', owner: 'chair', people: ['participants'], unit: 'unit' },
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, max: 80, required: true, search: 'A' }),
    rhythm: choice({
      label: { zh: '周期', en: 'Rhythm' },
      required: true,
      default: 'weekly',
      choices: meetingRhythms,
    }),
    startOn: date({
      label: { zh: '首次日期', en: 'First held on' },
      help: {
        zh: '以后各次都在同一星期几（按月则同一日）；遇休息日顺延到下一个工作日',
        en: 'Later ones on the same weekday, or day of the month; from a day off it moves to the next working day',
      },
      required: true,
      default: 'today',
      planned: true,
    }),
    time: text({
      label: { zh: '时间', en: 'Time' },
      help: { zh: '如 09:30', en: 'Such as 09:30' },
      max: 5,
      default: '09:30',
    }),
    place: text({ label: { zh: '地点', en: 'Place' }, max: 120 }),
    chair: user({ label: { zh: '主持人', en: 'Chair' }, default: 'me', required: true, indexed: true }),
    recorder: user({ label: { zh: '记录人', en: 'Keeps the minutes' } }),
    participants: references('user', { label: { zh: '参会人', en: 'Participants' } }),
    unit: unit({ label: { zh: '所属部门', en: 'Unit' } }),
    agenda: longText({
      label: { zh: '固定议题', en: 'Standing agenda' },
      help: { zh: '每行一项', en: 'One item a line' },
      max: 2_000,
    }),
    active: boolean({ label: { zh: '启用', en: 'Enabled' }, default: true }),
    nextOn: date({
      label: { zh: '下次待安排日期', en: 'Next to be called for' },
      readOnly: true,
      indexed: true,
      planned: true,
    }),
  },
  views: {
    list: ['name', 'rhythm', 'startOn', 'time', 'chair', 'active', 'unit'],
    head: ['rhythm', 'time', 'chair', 'active'],
    form: {
      basics: {
        label: { zh: '例会', en: 'Regular meeting' },
        fields: ['name', 'rhythm', 'startOn', 'time', 'place', 'active', 'nextOn'],
      },
      people: {
        label: { zh: '人员与议题', en: 'People and agenda' },
        fields: ['chair', 'recorder', 'participants', 'unit', 'agenda'],
      },
    },
  },
})

export const regularMeetingPolicy = definePolicy(regularMeeting, 'work', {
  delete: (actor) => ({ chair: actor.id ?? '' }),
})
