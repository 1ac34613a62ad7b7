import type { Label } from './label.ts'

/** Refusals around meetings, weekly reports, suggestions and improvements. */
export const workErrorCodes = {
  'meeting.time': { zh: '请按“09:30”的格式填写时间。', en: 'Write the time as in “09:30”.' },
  'meeting.not_yours': {
    zh: '时间、参会人和纪要的确认由主持人、记录人或部门负责人决定；您可以填写议题和纪要。',
    en: 'When it is, who comes, and that the minutes are right, say the chair, the recorder, or who leads the unit; you may write items and minutes.',
  },
  'meeting.not_begun': {
    zh: '会议尚未开始，开始后才能确认纪要。',
    en: 'The meeting has not begun; its minutes are confirmed after it.',
  },
  'meeting.closed': {
    zh: '纪要已确认，不再修改；如需更正，请新增一项“补充更正”。',
    en: 'The minutes are confirmed and stay as they are; to correct them, add an item.',
  },
  'report.exists': {
    zh: '这一周的周报已经存在，请打开它继续填写。',
    en: 'There is a report for this week already; open it and go on there.',
  },
  'report.handed_in': {
    zh: '周报已提交，内容不再修改；未批复前，本人可先退回草稿。',
    en: 'The report has been handed in; before it is answered its author may take it back to a draft.',
  },
  'report.state': {
    zh: '周报由本人提交；填写批复后即为已批复。',
    en: 'Its author hands a report in; it is answered once an answer is written.',
  },
  'report.own_answer': { zh: '批复由上级填写。', en: 'The answer is written by who leads its author.' },
  'report.not_submitted': {
    zh: '周报尚未提交，提交后才能批复。',
    en: 'It has not been handed in yet; answers come after.',
  },
  'suggestion.begins_new': {
    zh: '意见提交后由处理人更新状态。',
    en: 'A suggestion begins as new; whoever handles it goes on from there.',
  },
  'suggestion.words': {
    zh: '意见内容保持提交时的原文；请写在“答复”中。',
    en: 'A suggestion stays as it was said; write into the reply.',
  },
  'suggestion.adopted': {
    zh: '意见已采纳并转为改进项；如不再进行，请在改进项中放弃。',
    en: 'It has been adopted and is an improvement now; drop that if it is not gone on with.',
  },
  'suggestion.code_unknown': {
    zh: '没有这个查询码，请核对后再试。',
    en: 'There is no such code; check it and try again.',
  },
  'suggestion.too_many': {
    zh: '一小时内最多匿名提交 {limit} 条，请稍后再试。',
    en: 'At most {limit} an hour without a name; try again later.',
  },
  'improvement.own_check': {
    zh: '检查人不能是负责人，请另选他人。',
    en: 'Who is in charge does not check; choose somebody else.',
  },
  'improvement.not_checker': { zh: '效果由检查人判定。', en: 'Its checker judges the effect.' },
  'improvement.not_in_check': {
    zh: '进入“检查”阶段后才能判定效果。',
    en: 'The effect is judged once the improvement is at the check.',
  },
  'improvement.judged': {
    zh: '效果已判定；如需重做，请回到“计划”。',
    en: 'It has been judged; to begin again, go back to the plan.',
  },
  'improvement.too_early': { zh: '{day} 之前不能判定效果。', en: 'The effect is not judged before {day}.' },
  'improvement.unchecked': {
    zh: '检查人判定有效后，才能进入处置或完成。',
    en: 'It goes on once its checker has judged it effective.',
  },
  'appraisal.weights_sum': {
    zh: '权重合计为 {sum}，须为 100；请调整各项或上级评分的权重。',
    en: 'The weights come to {sum}; change them so that they come to 100.',
  },
  'appraisal.threshold': {
    zh: '100 分的值须大于 60 分的值。',
    en: 'What is worth 100 is more than what is worth 60.',
  },
  'appraisal.threshold_age': {
    zh: '数据年龄越小越好：100 分的天数须小于 60 分的天数。',
    en: 'Younger is better: what is worth 100 is fewer days than what is worth 60.',
  },
  'appraisal.scheme_exists': {
    zh: '该角色在此周期已有启用的考核方案；请先停用，或换一个周期。',
    en: 'This role has a scheme in force for this length; put that out of force first, or choose another length.',
  },
  'appraisal.closed': {
    zh: '考核已归档，不能再修改。',
    en: 'The appraisal is closed and stays as it is.',
  },
  'appraisal.not_yours': {
    zh: '现在不由您填写：评价由上级写，确认或申诉由本人写，申诉由评价人的上级答复。',
    en: 'It is not for you now: the manager writes, the person confirms or appeals, and the manager’s superior answers.',
  },
  'appraisal.not_now': {
    zh: '此项现在不能填写。',
    en: 'This is not the time for it.',
  },
  'appraisal.whole': {
    zh: '请填写此项后再提交。',
    en: 'Fill this in before you hand it on.',
  },
  'appraisal.kept_score': {
    zh: '结论为“维持”时不填变更后的评分；如要变更，请选“变更”。',
    en: 'A decision to keep it has no other score; choose to change it, or leave the score empty.',
  },
} as const satisfies Record<string, Label>
