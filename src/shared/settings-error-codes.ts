import type { Label } from './label.ts'

/** What can be wrong with what a company sets for itself. */
export const settingsErrorCodes = {
  'grading.by_rule': {
    zh: '{field}由分级规则“{rule}”确定；如需例外，请先在档案的“分级例外”中说明理由和截止日期。',
    en: 'The grading rule “{rule}” decides on {field}; to have it otherwise, first give a reason and an end among the file’s grading exceptions.',
  },
  'grading.value_unknown': {
    zh: '该字段没有取值“{value}”；请从列表中选择。',
    en: 'The field does not know the value “{value}”; choose one of its list.',
  },
  'grading.no_case': {
    zh: '请至少设定一个条件，否则规则会用于全部客户。',
    en: 'Set at least one condition; else the rule would hold for every customer.',
  },
  'grading.of_itself': {
    zh: '条件不能用规则所填的字段；请换用其他字段或合计。',
    en: 'The case must not ask for the field that the rule fills; use other fields or sums.',
  },
  'module.off': {
    zh: '“{module}”已停用，内容仍完整保留；需要时请管理员在“设置 · 模块”中启用。',
    en: '“{module}” is switched off, and what it keeps is still there whole; ask whoever keeps the settings to switch it on under Settings · Modules.',
  },
  'module.unknown': {
    zh: '没有名为“{module}”的模块，请检查名称。',
    en: 'There is no module called “{module}”; check its name.',
  },
  'module.basis': {
    zh: '“{module}”是系统的基础，不能停用。',
    en: 'The house stands on “{module}”; it cannot be switched off.',
  },
  'module.needed': {
    zh: '“{others}”需要“{module}”，请先停用“{others}”。',
    en: '“{others}” needs “{module}”; switch off “{others}” first.',
  },
  'module.needs': {
    zh: '“{module}”需要“{others}”，请先启用“{others}”。',
    en: '“{module}” needs “{others}”; switch on “{others}” first.',
  },
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
  'need.not_filled': {
    zh: '“{field}”由系统填写，不能要求人填写；请选择别的字段。',
    en: 'The system fills “{field}”, so nobody can be asked for it; choose another field.',
  },
  'need.always': {
    zh: '“{field}”始终必填，不能改为选填；请选择别的字段。',
    en: 'Nothing is made without “{field}”, so it cannot become optional; choose another field.',
  },
  'need.case_unfit': {
    zh: '条件中的“{name}”不能用于填写要求，请改用本对象自己的字段。',
    en: '“{name}” cannot be part of such a case; use a field of the object itself.',
  },
  'need.unknown': {
    zh: '填写要求无法识别：每项须写明必填或建议填写及其条件，最多 40 项。',
    en: 'Each need says required or recommended and in which case, 40 at most; check them.',
  },
  'approval.object_unfit': {
    zh: '“{object}”不能设审批规则：它由系统自己记录，没有人直接修改。',
    en: 'No approval rule can be set for “{object}”: the system keeps it, and nobody changes it by hand.',
  },
  'approval.list_unfit': {
    zh: '此处应为名称的列表，最多 200 项。',
    en: 'A list of names is needed here, 200 at most.',
  },
  'approval.role_unknown': {
    zh: '没有角色“{role}”；请从角色列表中选择。',
    en: 'There is no role “{role}”; choose one from the list of roles.',
  },
  'approval.nobody_signs': {
    zh: '请至少选择一种审批人：上级、角色或指定的人。',
    en: 'Say who signs: the superior, a role, or people by name.',
  },
  'approval.again_fields': {
    zh: '二次录入请指明由人填写的字段，且对象须属于某份档案。',
    en: 'Name fields that people fill, of an object that stands on a file, to have them keyed again.',
  },
  'approval.again_operations': {
    zh: '二次录入只适用于新建和修改，请去掉其他操作。',
    en: 'Only what is created or changed is keyed again; leave the other operations out.',
  },
  'approval.again_steps': {
    zh: '二次录入由一人完成，不设后续步骤，请删除。',
    en: 'One person keys again; take the further steps away.',
  },
  'approval.holds_operations': {
    zh: '“录入一致才生效”只适用于修改，请去掉其他操作；新建的内容可另设一条先生效、后二次录入的规则。',
    en: 'Only changes can be held until they are keyed again; leave the other operations out, and key what is new again by a rule of its own that does not hold it.',
  },
  'approval.holds_whole': {
    zh: '“录入一致才生效”适用于每一次修改，不能只抽一部分或只限某些来源；请把比例和来源留空。',
    en: 'A rule that holds changes holds each of them; leave the share and the ways empty.',
  },
  'approval.holds_resolver': {
    zh: '“录入一致才生效”不能由首次录入人自己裁定；请选择由第三人裁定。',
    en: 'Where a change is held, whoever entered it does not decide; choose that a third does.',
  },
  'need.second_rule': {
    zh: '此字段的填写要求已在一条规则中写全，请修改那一条。',
    en: 'One rule says all needs of this field already; change that one.',
  },
  'holiday.until': {
    zh: '结束日期须不早于开始日期，且不超过一年，请修改。',
    en: 'The end lies on or after the beginning, within a year; change it.',
  },
  'class.not_a_class': {
    zh: '此字段不是分类号，请选择“分类号”。',
    en: 'This field is no class code; choose the class code.',
  },
  'class.part_unknown': {
    zh: '分类号由选项和地区组成，最多 6 部分，以 - . / _ 或 · 分隔，请检查。',
    en: 'A class code is made of choices and regions, 6 parts at most, with - . / _ or · between them; check them.',
  },
  'class.second_rule': {
    zh: '此字段已有分类方案，请修改原方案。',
    en: 'The field has a classification already; change that one.',
  },
  'class.empty': { zh: '分类号至少要有一部分，请添加。', en: 'A class code has one part at least; add one.' },
  'class.field_twice': { zh: '同一字段用了两次，请删除一处。', en: 'A field stands there twice; remove one.' },
  'class.sign_form': {
    zh: '代码须为 1 至 8 个汉字、大写字母或数字，请修改。',
    en: 'A sign has 1 to 8 capital letters, Chinese characters or digits; change it.',
  },
  'class.sign_missing': { zh: '有的值还没有代码，请填写。', en: 'Some value has no sign yet; give it one.' },
  'class.sign_twice': {
    zh: '两个值的代码相同，或用了表示“未填”的 0，请修改其一。',
    en: 'Two values have one sign, or one has 0, which stands for what is not known; change one.',
  },
  'look.colour_form': { zh: '颜色须如 #3457d5，请修改。', en: 'A colour looks like #3457d5; change it.' },
  'look.colour_faint': {
    zh: '此颜色在浅色页面上不易看清（对比度低于 4.5），可改用相近的 {colour}。',
    en: 'This colour is hard to read on a light page (contrast below 4.5); the nearest good one is {colour}.',
  },
  'look.logo_unfit': {
    zh: '标志须为 PNG、JPEG 或 WebP 图片，不超过 512 KB，请另选文件。',
    en: 'A logo is a PNG, JPEG or WebP picture of 512 KB at most; choose another file.',
  },
} as const satisfies Record<string, Label>
