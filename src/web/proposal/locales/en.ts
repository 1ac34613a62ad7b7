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
  beside: 'The file as it stands',
}
