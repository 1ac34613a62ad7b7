import type { Label } from './label.ts'

/** What can be wrong with a value. */
export const fieldErrorCodes = {
  'verification.not_asked': {
    zh: '{field}无需核实；请在设置中为它设定核实周期。',
    en: '{field} is not to be verified; give it a period in the settings first.',
  },
  'verification.not_kept': {
    zh: '{field}不能设定核实周期：它由系统填写，或不属于档案。',
    en: '{field} cannot be verified: the system fills it, or it belongs to no file.',
  },
  'verification.period': {
    zh: '核实周期须为 1 到 3650 天的整数。',
    en: 'The period must be a whole number of days from 1 to 3650.',
  },
  'verification.second_rule': {
    zh: '该字段已有核实周期；请修改原有规则。',
    en: 'The field has a period already; change that rule instead.',
  },
  'verification.empty': {
    zh: '{field}还没有值可以核实；请先填写，或说明查不到。',
    en: '{field} has no value to verify; fill it in, or say that it cannot be found out.',
  },
  'verification.has_value': {
    zh: '{field}已有值；如不正确，请先修改或清空。',
    en: '{field} has a value; if it is wrong, change or empty it first.',
  },
  'verification.own_entry': {
    zh: '{field}由您本人录入，须由另一人核实。',
    en: 'You entered {field} yourself; somebody else has to verify it.',
  },
  'field.required': { zh: '请填写{field}。', en: '{field} is required.' },
  'field.read_only': {
    zh: '{field}由系统填写，不能修改。',
    en: '{field} is filled in by the system and cannot be changed.',
  },
  'field.invalid': { zh: '{field}的值无法识别：{input}。', en: 'This is not a valid value for {field}: {input}.' },
  'field.not_sortable': { zh: '不能按{field}排序。', en: 'Records cannot be sorted by {field}.' },
  'field.operator_unknown': {
    zh: '{field}不支持条件“{operator}”。',
    en: '{field} does not know the condition “{operator}”.',
  },
  'field.reference_unknown': {
    zh: '{field}所指的记录不存在或您无权查看。',
    en: 'The record named in {field} does not exist or is not yours to see.',
  },
  'field.taken': {
    zh: '该值已被其他记录使用，请换一个。',
    en: 'Another record has this value already; choose a different one.',
  },
  'field.number_taken': {
    zh: '{field}“{value}”已被使用，编号不可重复；请留空由系统分配。',
    en: '{field} “{value}” is taken and is never given twice; leave it empty to get a new one.',
  },
  'field.text_long': {
    zh: '{field}最多 {max} 个字符（现有 {length} 个），请缩短。',
    en: '{field} holds at most {max} characters (this has {length}); shorten it.',
  },
  'field.number_invalid': {
    zh: '{field}不是数字：{input}。请填写如 1234.5 的数字。',
    en: '{field} is not a number: {input}. Write it like 1234.5.',
  },
  'field.number_integer': { zh: '{field}须为整数：{input}。', en: '{field} must be a whole number: {input}.' },
  'field.number_small': { zh: '{field}不能小于 {min}。', en: '{field} must be at least {min}.' },
  'field.number_large': { zh: '{field}不能大于 {max}。', en: '{field} must be at most {max}.' },
  'field.number_damaged': {
    zh: '{field}已被表格软件改成近似值（{input}），原数字无法恢复；请把该列设为文本后重新填写。',
    en: '{field} was rounded by a spreadsheet ({input}) and cannot be recovered; set the column to text and enter it again.',
  },
  'field.money_invalid': {
    zh: '{field}不是金额：{input}。请填写如 1234.50 或 1.2万。',
    en: '{field} is not an amount: {input}. Write it like 1234.50.',
  },
  'field.money_currency': {
    zh: '{field}的币种无法识别，请使用如 CNY、USD 的代码。',
    en: 'The currency of {field} is not known; use a code such as CNY or USD.',
  },
  'field.money_minor_units': {
    zh: '{field}的 amount 须为以最小单位（分）计的整数。',
    en: 'The amount of {field} must be a whole number of minor units (fen, cents).',
  },
  'field.date_early': { zh: '日期不能早于 {day}。', en: 'The day must not be before {day}.' },
  'field.date_late': { zh: '日期不能晚于 {day}。', en: 'The day must not be after {day}.' },
  'field.date_invalid': {
    zh: '{field}不是日期：{input}。请填写如 2026-03-16。',
    en: '{field} is not a date: {input}. Write it like 2026-03-16.',
  },
  'field.date_ambiguous': {
    zh: '{field}的日月顺序不明：{input}。请按年-月-日填写，如 2026-03-16。',
    en: 'Day and month of {field} cannot be told apart: {input}. Write year-month-day, like 2026-03-16.',
  },
  'field.date_incomplete': {
    zh: '{field}缺少月或日：{input}。请填写完整日期，如 2026-03-16。',
    en: '{field} lacks the month or the day: {input}. Write the whole date, like 2026-03-16.',
  },
  'field.date_impossible': {
    zh: '{field}是不存在的日期：{input}，请核对。',
    en: 'There is no such day in {field}: {input}; check it.',
  },
  'field.time_invalid': {
    zh: '{field}的时间无法识别：{input}。请填写如 2026-03-16 14:30。',
    en: 'The time of {field} is not valid: {input}. Write it like 2026-03-16 14:30.',
  },
  'field.boolean_unknown': {
    zh: '{field}请填写“是”或“否”，现为：{input}。',
    en: '{field} must be yes or no, not: {input}.',
  },
  'field.choice_unknown': {
    zh: '{field}没有选项“{input}”，可选：{choices}。',
    en: '{field} has no choice “{input}”; choose from: {choices}.',
  },
  'field.list_long': {
    zh: '{field}内容过多（{length}），最多 {max}，请减少。',
    en: '{field} holds too much ({length}, at most {max}); remove some.',
  },
  'field.tag_separator': {
    zh: '{field}中的标签不能含有逗号、分号或顿号，请分成多个标签。',
    en: 'A tag in {field} must not contain a comma or semicolon; make it several tags.',
  },
  'field.phone_invalid': {
    zh: '{field}不是有效的电话号码，请核对号码和区号。',
    en: '{field} is not a valid telephone number; check the digits and the area code.',
  },
  'field.phone_length': {
    zh: '{field}的手机号位数不对，应为 11 位，请核对是否多位或漏位。',
    en: 'A mobile number in {field} has 11 digits; check for a missing or extra one.',
  },
  'field.phone_area_code': {
    zh: '{field}缺少区号，请填写如 021-52761868。',
    en: '{field} lacks its area code; write it like 021-52761868.',
  },
  'field.phone_many': {
    zh: '{field}中有 {count} 个号码，只能保留一个；其余请记在联系人中。',
    en: '{field} holds {count} numbers but keeps one; put the others on contacts.',
  },
  'field.tail_length': {
    zh: '按尾号查找{field}请输入最后 4 位数字。',
    en: 'To find {field} by its end, enter the last 4 digits.',
  },
  'field.email_invalid': {
    zh: '{field}不是有效的邮箱地址，请填写如 name@example.com。',
    en: '{field} is not a valid mail address; write it like name@example.com.',
  },
  'field.email_many': {
    zh: '{field}中有 {count} 个邮箱，只能保留一个；其余请记在联系人中。',
    en: '{field} holds {count} mail addresses but keeps one; put the others on contacts.',
  },
  'field.url_invalid': {
    zh: '{field}不是有效的网址：{input}。请填写如 https://www.example.com。',
    en: '{field} is not a web address: {input}. Write it like https://www.example.com.',
  },
  'field.url_scheme': {
    zh: '{field}只接受 http 或 https 网址，不接受 {scheme}。',
    en: '{field} takes http and https addresses only, not {scheme}.',
  },
  'field.region_unknown': {
    zh: '{field}无法对应到唯一的省/市/区：{input}。请从省起填写，例如：浙江省杭州市余杭区。',
    en: '{field} does not name one province, city or district: {input}. Write it from the province down, such as 浙江省杭州市余杭区.',
  },
  'field.file_unknown': {
    zh: '附件不存在或不是您上传的，请重新上传。',
    en: 'A file does not exist or is not one that you uploaded; upload it again.',
  },
  'field.files_many': {
    zh: '{field}最多 {max} 个文件，请减少。',
    en: '{field} holds at most {max} files; remove some.',
  },
  'field.resident_id_length': {
    zh: '{field}应为 18 位（现为 {length} 位），末位可为 X，请核对。',
    en: '{field} has 18 characters (this has {length}), the last may be X; check it.',
  },
  'field.resident_id_region': {
    zh: '{field}开头的地区代码不存在，请核对前两位。',
    en: '{field} begins with a region that does not exist; check the first two digits.',
  },
  'field.resident_id_birth': {
    zh: '{field}中的出生日期无效，请核对第 7 至 14 位。',
    en: 'The date of birth inside {field} is not possible; check digits 7 to 14.',
  },
  'field.resident_id_check': {
    zh: '{field}的校验位不符，有数字填错，请核对。',
    en: 'The check character of {field} does not fit, so a digit is wrong; check it.',
  },
  'field.credit_code_length': {
    zh: '{field}应为 18 位（现为 {length} 位），请核对。',
    en: '{field} has 18 characters (this has {length}); check it.',
  },
  'field.credit_code_character': {
    zh: '{field}中不能有字符“{character}”（不使用 I、O、S、V、Z），请核对。',
    en: '{field} cannot contain “{character}” (I, O, S, V and Z are not used); check it.',
  },
  'field.credit_code_check': {
    zh: '{field}的校验位不符，有字符填错，请核对营业执照。',
    en: 'The check character of {field} does not fit, so a character is wrong; compare it with the licence.',
  },
  'field.bank_account_invalid': {
    zh: '{field}不是有效的银行账号，应为 6 至 34 位数字或字母。',
    en: '{field} is not a bank account; it has 6 to 34 digits or letters.',
  },
  'field.birthday_future': { zh: '{field}在今天之后，请核对年份。', en: '{field} lies in the future; check the year.' },
  'field.days_ahead': {
    zh: '{field}只能按 0 至 {max} 天内筛选。',
    en: '{field} can be filtered by 0 to {max} days ahead.',
  },
  'field.birthday_old': { zh: '{field}早于 1850 年，请核对年份。', en: '{field} lies before 1850; check the year.' },
  'field.lunar_impossible': {
    zh: '{field}在农历中不存在：{input}，请核对闰月和大小月。',
    en: 'There is no such lunar day in {field}: {input}; check the leap month and the length of the month.',
  },
  'field.archive_number_invalid': {
    zh: '{field}只能由字母、数字和 -_/.() 组成，最多 64 位。',
    en: '{field} consists of letters, digits and -_/.() only, at most 64.',
  },
  'field.json_invalid': {
    zh: '{field}不是有效的 JSON 对象或列表，请检查括号和引号。',
    en: '{field} is not a JSON object or list; check brackets and quotes.',
  },
  'view.default_not_shared': {
    zh: '其他人看不到未共享的视图，不能设为角色的默认视图。请先共享，或清空“默认用于角色”。',
    en: 'Nobody else sees a view that is not shared, so no list can begin with it. Share it first, or empty “Default for roles”.',
  },
  'view.sealed_condition': {
    zh: '不能保存按“{field}”的值筛选的条件，因为该字段是加密保存的；请去掉这个条件再保存。',
    en: 'A condition on a value of {field} cannot be kept, as that is kept encrypted; take this condition away, then save.',
  },
  'dashboard.chart_invalid': {
    zh: '图表“{chart}”无法保存：{detail} 不符合要求；请检查图表的对象、字段和形式。',
    en: 'The chart {chart} cannot be kept: {detail} does not fit; check its object, fields and form.',
  },
} as const satisfies Record<string, Label>
