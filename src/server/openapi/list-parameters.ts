import { fieldWire, isSummable, type ObjectType, systemFieldsOf } from '#kernel'
import { calendarSpans, isCalendarSpan } from '#shared/calendar-spans'

type Words = { en: string; zh: string }

/** What a query parameter of lists and groups means for one object: its fields, with what each knows. */
export function parameterWords(type: ObjectType, name: string): Words | undefined {
  return Object.hasOwn(words, name) ? words[name]?.(type) : undefined
}

const words: Readonly<Record<string, (type: ObjectType) => Words>> = {
  search: () => ({
    en: 'Words, parts of names, pinyin in full or initials, codes, the last four digits of a phone.',
    zh: '名称的任意部分、全拼或首字母、编号、电话后四位。',
  }),
  where: (type) => ({
    en: `Filter as JSON: \`{"field": value}\` or \`{"field": {"operator": argument}}\`, with \`and\`, \`or\` (lists) and \`not\`. Operators by field:\n${operatorTable(type, 'en')}`,
    zh: `JSON 筛选条件：\`{"字段": 值}\` 或 \`{"字段": {"运算符": 参数}}\`，可用 \`and\`、\`or\`（列表）和 \`not\`。各字段的运算符：\n${operatorTable(type, 'zh')}`,
  }),
  sort: (type) => {
    const fields = [...sortable(type), ...orderly(type)].join(', ')
    return {
      en: `Up to three fields, separated by commas${parts(type, ['or parts of them', ' '])}; \`-\` before one means descending. Default \`-updatedAt\`; with \`search\` the best match first. Fields: ${fields}`,
      zh: `最多三个字段，用逗号分隔${parts(type, ['或其一部分', ''])}；前加 \`-\` 为降序。默认 \`-updatedAt\`；带 \`search\` 时按匹配程度。字段：${fields}`,
    }
  },
  limit: () => ({ en: 'Records in a page, 1 to 200; 50 unless said.', zh: '每页条数，1 至 200，默认 50。' }),
  after: () => ({ en: '`next` of the page before.', zh: '上一页答复中的 `next`。' }),
  deleted: () => ({ en: 'The recycle bin instead of what is live.', zh: '查看回收站。' }),
  fields: () => ({ en: 'Only these fields, separated by commas.', zh: '只返回这些字段，用逗号分隔。' }),
  by: (type) => ({
    en: `The field to group by${parts(type, ['or a part of one', ' '])}; without one, all are one group. Fields: ${groupable(type)}`,
    zh: `分组字段${parts(type, ['或其一部分', ''])}；不填则合为一组。字段：${groupable(type)}`,
  }),
  per: (type) => ({
    en: `Stretches of the calendar that the field's values fall into; \`span\` tells between what they lie. By field:
${spanTable(type, 'en')}`,
    zh: `取值所属的日历区间，\`span\` 为起止。各字段可用：
${spanTable(type, 'zh')}`,
  }),
  sum: (type) => ({
    en: `Numbers and amounts to add up, separated by commas. Fields: ${summable(type) || 'none'}`,
    zh: `要求和的数字或金额字段，用逗号分隔。字段：${summable(type) || '无'}`,
  }),
  types: () => ({
    en: 'Only these kinds of entries, separated by commas: `change`, and objects such as `follow_up`.',
    zh: '只看这些类型，用逗号分隔：`change` 或对象名，如 `follow_up`。',
  }),
  reason: () => ({ en: 'Why; kept in the trail.', zh: '原因，记入留痕。' }),
}

function wires(type: ObjectType) {
  return [...type.fields.values()].map((bound) => fieldWire(type, bound))
}

function operatorTable(type: ObjectType, locale: 'en' | 'zh'): string {
  const own = wires(type)
    .filter(({ operators }) => operators.length)
    .map(({ name, label, operators }) => `- \`${name}\` (${label[locale]}): ${operators.join(', ')}`)
  const system = systemFieldsOf(type).map(({ name, operators }) => `- \`${name}\`: ${operators.join(', ')}`)
  return [...own, ...system].join('\n')
}

function sortable(type: ObjectType): string[] {
  return wires(type)
    .filter((field) => field.sortable)
    .map(({ name }) => name)
}

function orderly(type: ObjectType): string[] {
  return systemFieldsOf(type)
    .filter((field) => field.sortable)
    .map(({ name }) => name)
}

function groupable(type: ObjectType): string {
  return wires(type)
    .filter((field) => field.groupable)
    .map(({ name }) => name)
    .join(', ')
}

function parts(type: ObjectType, [word, before]: readonly [string, string]): string {
  const named = [...type.fields.values()].flatMap(({ name, kind }) =>
    (kind.parts ?? []).filter(({ prefix }) => prefix !== undefined).map((part) => `\`${name}.${part.name}\``),
  )
  return named.length ? `${before}(${word}, ${named.join(', ')})` : ''
}

function spanTable(type: ObjectType, locale: 'en' | 'zh'): string {
  const own = wires(type)
    .filter(({ spans }) => spans.some(isCalendarSpan))
    .map(({ name, label }) => `- \`${name}\` (${label[locale]}): ${calendarSpans.join(', ')}`)
  return [...own, ...['createdAt', 'updatedAt'].map((name) => `- \`${name}\`: ${calendarSpans.join(', ')}`)].join('\n')
}

function summable(type: ObjectType): string {
  const names = [...type.fields.values()].filter(isSummable).map(({ name }) => name)
  return names.join(', ')
}
