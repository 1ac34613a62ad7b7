import type { zh } from './zh.ts'

export const en: typeof zh = {
  grounds: {
    title: 'Somebody else has to approve this change',
    text: 'Say what it is founded on; whoever decides will see it. Until then what stands goes on to hold.',
    required: 'required',
    missing: 'Please give “{{field}}”.',
    single: 'A change of many takes no evidence; where it is needed, change records one by one.',
    send: 'Send for approval',
  },
  ask: 'Ask',
  handOver: 'Hand over…',
  handOverTo: 'Who decides instead',
  answer: 'Answer',
  answerTo: 'Answer the question',
  did: { ask: 'The question has gone to its maker', answer: 'Answered', handOver: 'Handed over' },
  course: {
    title: 'Course',
    question: '{{by}} asks',
    answer: '{{by}} answers',
    handover: '{{by}} leaves the decision to {{person}}',
    escalation: 'Overdue: {{person}} may decide as well',
    signature: '{{by}} has signed',
    unread: 'Its content has been destroyed',
  },
  step: 'Step {{place}} of {{of}}; signatures still to come in it: {{left}}.',
  signed: 'Signed; others are still to approve',
  beside: 'The file as it stands',
}
