import { boolean, choice, longText, number, reference, text, user } from '#field-types'
import { defineObject, definePolicy } from '#kernel'

/** Something that a meeting talks about, with what was said and decided; or what is added to its minutes after they were confirmed. */
export const agendaItem = defineObject({
  name: 'agenda_item',
  label: { zh: '议题', en: 'Agenda item' },
  icon: 'list',
  title: 'title',
  custody: { type: 'child', of: 'meeting' },
  fields: {
    meeting: reference('meeting', { label: { zh: '会议', en: 'Meeting' }, required: true }),
    title: text({ label: { zh: '议题', en: 'Agenda item' }, max: 200, required: true }),
    details: longText({ label: { zh: '说明', en: 'Details' } }),
    proposer: user({ label: { zh: '提出人', en: 'Put up by' }, default: 'me', readOnly: true }),
    position: number({ label: { zh: '顺序', en: 'Order' }, integer: true, min: 0, max: 1_000, default: 100 }),
    minutes: longText({ label: { zh: '纪要', en: 'Minutes' } }),
    decision: longText({ label: { zh: '决定', en: 'Decision' } }),
    state: choice({
      label: { zh: '处理', en: 'Outcome' },
      required: true,
      default: 'open',
      choices: {
        open: { zh: '待讨论', en: 'To be talked about', colour: 'blue' },
        done: { zh: '已讨论', en: 'Talked about', colour: 'green' },
        postponed: { zh: '留待下次', en: 'Next time', colour: 'amber' },
        dropped: { zh: '不再讨论', en: 'Dropped', colour: 'grey' },
      },
    }),
    correction: boolean({
      label: { zh: '确认后的补充更正', en: 'Added after confirmation' },
      readOnly: true,
      default: false,
    }),
    sealed: boolean({ label: { zh: '已定稿', en: 'Final' }, readOnly: true, default: false }),
  },
  views: {
    list: ['title', 'state', 'decision', 'proposer', 'correction'],
    form: {
      basics: {
        label: { zh: '议题', en: 'Agenda item' },
        fields: ['meeting', 'title', 'details', 'position', 'proposer'],
      },
      minutes: {
        label: { zh: '纪要', en: 'Minutes' },
        fields: ['minutes', 'decision', 'state', 'correction', 'sealed'],
      },
    },
  },
})

/** Final with the confirmed minutes; taken back by who put it up alone. */
export const agendaItemPolicy = definePolicy(agendaItem, 'work', {
  update: () => ({ sealed: false }),
  delete: (actor) => ({ sealed: false, proposer: actor.id ?? '' }),
  import: () => false,
})
