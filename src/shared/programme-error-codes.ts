import type { Label } from './label.ts'

/** Refusals around plans, their rounds, and reviews of files. */
export const programmeErrorCodes = {
  'programme.owner_gone': {
    zh: '计划的负责人已停用，请先为计划指定其他负责人。',
    en: 'Who is in charge of the plan has left; name somebody else first.',
  },
  'programme.opening': {
    zh: '此批次正在分配，请稍后再试。',
    en: 'This round is still being given out; try again in a moment.',
  },
  'programme.closed': { zh: '此批次已结束。', en: 'This round has been closed.' },
  'programme.done': { zh: '此项已完成，请刷新页面。', en: 'This has been done already; reload the page.' },
  'programme.not_yours': {
    zh: '此项分配给了他人，只能由其本人或其代理人完成。',
    en: 'This was given to somebody else; they do it, or whoever stands in for them.',
  },
  'programme.kept_apart': {
    zh: '此项与您有关或超出您的密级，您不能代为完成；请由计划负责人移交他人。',
    en: 'This concerns you, or is above your clearance, so you cannot do it for somebody else; have it handed over by who leads the plan.',
  },
  'programme.cannot_read': {
    zh: '此人已停用或无权查看此类资料，请另选他人。',
    en: 'This person has left or may not read such records; choose somebody else.',
  },
  'review.own_file': {
    zh: '不能审查自己负责或创建的客户档案，请由他人审查。',
    en: 'Nobody reviews a file that they own or made; ask somebody else.',
  },
  'review.stale': {
    zh: '客户档案刚刚被修改，请重新核对后再提交。',
    en: 'The file has just been changed; look through it again, then submit.',
  },
  'review.nothing_to_correct': {
    zh: '建议值与现有值相同，请修改建议值，或去掉此问题。',
    en: 'What you propose stands there already; propose something else, or take the finding out.',
  },
  'review.percent_beyond': { zh: '抽样百分比不能超过 100。', en: 'A sample is 100 per cent at most.' },
  'keying.not_yours': {
    zh: '这一项已交给别人录入，请做自己名下的。',
    en: 'Somebody else keys this one; do those that are yours.',
  },
  'keying.done': {
    zh: '这一项已录入或已取消，请打开下一项。',
    en: 'It has been keyed or dropped; open the next one.',
  },
  'keying.own_entry': {
    zh: '首次录入的人不能再次录入，请由另一人录入。',
    en: 'Whoever entered it does not key it again; somebody else has to.',
  },
} as const satisfies Record<string, Label>
