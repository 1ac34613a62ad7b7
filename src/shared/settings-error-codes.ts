import type { Label } from './label.ts'

/** What can be wrong with what a company sets for itself. */
export const settingsErrorCodes = {
  'number.not_allocated': {
    zh: '编号规则只用于编号字段，请选择编号字段。',
    en: 'A number rule belongs to a number field; choose one.',
  },
  'number.part_unknown': {
    zh: '编号组成无法识别：只能由文字、日期、选项、地区和流水号组成，最多 12 项。',
    en: 'A number is made of texts, dates, choices, regions and a running number, 12 parts at most; check them.',
  },
  'number.one_sequence': {
    zh: '编号须有且仅有一个流水号，否则会重复；请添加或删除。',
    en: 'A number needs exactly one running number, else it would repeat; add or remove one.',
  },
  'number.sequence_digits': {
    zh: '流水号须为 2 至 10 位，请修改位数。',
    en: 'The running number has 2 to 10 digits; change its width.',
  },
  'number.reset_unseen': {
    zh: '流水号按某项重新计数时，编号中须显示该项，否则会重复；请加上该项，或不按它重新计数。',
    en: 'What the running number starts anew for must stand in the number, else numbers would repeat; add that part or count on.',
  },
  'number.text_form': {
    zh: '固定文字为 1 至 20 个大写字母、汉字、数字或 - _ / . · ( ) [ ] #，请修改。',
    en: 'A fixed text has 1 to 20 capitals, digits or - _ / . · ( ) [ ] #; change it.',
  },
  'number.field_letters': {
    zh: '选项的代号须为 1 至 8 个大写字母或汉字，不含数字，以免与流水号混淆。',
    en: 'The code of a choice has 1 to 8 capitals and no digits, which could run into the running number.',
  },
  'number.field_twice': {
    zh: '编号中最多有一个选项字段，否则代号相连会分不清；请删除一个。',
    en: 'A number shows one choice field at most, as two codes could be read as another two; remove one.',
  },
  'number.field_unfit': {
    zh: '“{field}”不能用于编号：请选择未加密、密级为一般的选项或地区字段。',
    en: '“{field}” cannot stand in a number: choose a choice or region field of level 1 that is not sealed.',
  },
  'number.begin': {
    zh: '编号须以字母、汉字或数字开头，请修改第一项。',
    en: 'A number begins with a letter or a digit; change the first part.',
  },
  'number.too_long': {
    zh: '编号过长（最多 60 个字符），请缩短。',
    en: 'The number is too long (60 characters at most); shorten it.',
  },
  'number.second_rule': {
    zh: '此字段已有编号规则，请修改原有规则。',
    en: 'This field has a number rule already; change that one.',
  },
} as const satisfies Record<string, Label>
