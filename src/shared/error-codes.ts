import { accessErrorCodes } from './access-error-codes.ts'
import { confirmationErrorCodes } from './confirmation-error-codes.ts'
import { emergencyErrorCodes } from './emergency-error-codes.ts'
import { exportErrorCodes } from './export-error-codes.ts'
import { fieldErrorCodes } from './field-error-codes.ts'
import { keyErrorCodes } from './key-error-codes.ts'
import type { Label } from './label.ts'
import { mailErrorCodes } from './mail-error-codes.ts'
import { programmeErrorCodes } from './programme-error-codes.ts'
import { publicationErrorCodes } from './publication-error-codes.ts'
import { settingsErrorCodes } from './settings-error-codes.ts'
import { transferErrorCodes } from './transfer-error-codes.ts'
import { workErrorCodes } from './work-error-codes.ts'

/**
 * Every refusal that a person can meet: code -> sentence with the reason and the fix. `{x}` is filled from the error's params.
 */
export const errorCodes = {
  'request.invalid': { zh: '请求格式不正确：{detail}。', en: 'The request is not well formed: {detail}.' },
  'request.unknown_field': {
    zh: '没有名为“{field}”的字段，请检查字段名。',
    en: 'There is no field called “{field}”; check its name.',
  },
  'request.repeated_field': {
    zh: '“{field}”在请求中出现了两次，请只保留一处。',
    en: '“{field}” stands twice in the request; keep one of them.',
  },
  'request.not_found': { zh: '没有找到，或您无权查看。', en: 'Not found, or not yours to see.' },
  'request.too_large': {
    zh: '内容超过 {limit}，请缩小后重试。',
    en: 'Larger than {limit}; make it smaller and try again.',
  },
  'request.too_costly': {
    zh: '处理时间过长，已停止；请加上筛选条件、缩小范围，或改用导出、报表后再试。',
    en: 'This took too long and was stopped; narrow the filter or the search, or use an export or a report instead.',
  },
  'request.too_many': {
    zh: '您有太多请求在同时等待，请在 {seconds} 秒后重试。',
    en: 'Too many of your requests are waiting at once; try again in {seconds} seconds.',
  },
  'request.too_slow': {
    zh: '请求内容未能在 {seconds} 秒内传完，请检查网络后重试。',
    en: 'The request did not arrive within {seconds} seconds; check the network and try again.',
  },
  'request.foreign_origin': {
    zh: '请求来自其他网站，已拒绝。',
    en: 'The request came from another site and was refused.',
  },
  'server.unexpected': {
    zh: '服务器出错，请稍后重试；如再次出现，请把编号 {requestId} 告诉管理员。',
    en: 'Something went wrong on the server; try again, and if it repeats give the administrator the number {requestId}.',
  },
  'server.unavailable': {
    zh: '服务暂时不可用，请稍后重试。',
    en: 'The service is unavailable for the moment; try again shortly.',
  },
  'server.disk_full': {
    zh: '服务器的磁盘已满，无法保存；请让管理员清理磁盘后重试。',
    en: 'The server’s disk is full, so nothing can be saved; ask the administrator to free some space, then try again.',
  },
  'favourite.too_many': {
    zh: '收藏最多 {limit} 项，请先移除不再需要的，再添加新的。',
    en: 'At most {limit} favourites can be kept; remove one that you no longer need, then add the new one.',
  },
  'audit.unavailable': {
    zh: '访问记录暂时无法写入，因此不能显示数据，请稍后重试。',
    en: 'The access log cannot be written for the moment, so no data is shown; try again shortly.',
  },
  'audit.too_many': {
    zh: '一次最多导出 {limit} 条日志，请缩小时间或条件范围。',
    en: 'At most {limit} lines of the log can be exported at once; narrow the time or the filters.',
  },
  'audit.addressee_without_right': {
    zh: '{field}中有人无权查看访问日志，请改选有此权限的人。',
    en: '{field} names somebody who may not read the access log; choose people who may.',
  },
  'setup.link_invalid': {
    zh: '初始化链接无效或已使用，请查看启动窗口中的新链接。',
    en: 'The setup link is invalid or used; see the start window for the current one.',
  },
  'setup.done': { zh: '系统已完成初始化，请直接登录。', en: 'Setup is already done; please sign in.' },
  'demo.loaded': {
    zh: '账号“{login}”已存在：演示公司已加载过，或该账号已被占用。',
    en: 'The login “{login}” exists already: the demo company is loaded, or somebody else bears that login.',
  },
  'record.stale': {
    zh: '此记录已被他人修改（{fields}），请查看后再保存。',
    en: 'Somebody else changed this record meanwhile ({fields}); look at the change and save again.',
  },
  'record.never_unfinished': {
    zh: '此类记录不能先存为待补全；请填写缺少的字段。',
    en: 'Records of this kind cannot be completed later; fill in what is missing.',
  },
  'record.version_required': {
    zh: '修改时需要带上记录的版本号（version 或 If-Match）。',
    en: 'A change needs the version of the record (version or If-Match).',
  },
  'record.in_use': {
    zh: '仍被{object}引用，不能删除；请先处理引用它的记录。',
    en: 'Still used by {object}, so it cannot be deleted; change those records first.',
  },
  'record.merged': {
    zh: '此档案已并入另一份档案，请查看那一份（{into}）。',
    en: 'This record was merged into another; see that one ({into}).',
  },
  'merge.requests_open': {
    zh: '要并入的档案上还有待审批的变更申请，请先审批或撤回，再合并。',
    en: 'A change request on a record to be merged still waits; decide on it or withdraw it, then merge.',
  },
  'merge.needs_approval': {
    zh: '这次合并所改的内容须他人审批，不能直接合并；请先申请该项修改或删除，或在合并时保留原值。',
    en: 'What this would change needs somebody else’s approval; ask for that change or deletion first, or keep the values as they are.',
  },
  'merge.records_gone': {
    zh: '要合并的档案中有的已删除、已并入别处或您已无权查看，不能重新提交；请撤回此申请，在“疑似重复”中重新合并。',
    en: 'One of the records to be merged was deleted, merged elsewhere or is out of your sight, so this cannot be renewed; withdraw it and merge anew from Duplicates.',
  },
  'merge.undone': { zh: '这次合并已撤销。', en: 'This merge has been undone already.' },
  'merge.too_late': {
    zh: '合并已超过 {days} 天，不能再撤销；请新建档案，并把相应内容移过去。',
    en: 'A merge can be undone for {days} days, which are over; make a new record and move to it what belongs there.',
  },
  'merge.undo_instead': {
    zh: '此档案是因合并而移入回收站的，请到合并后的档案上撤销合并。',
    en: 'This record is in the bin because it was merged; undo the merge on the record it went into.',
  },
  'import.kept': {
    zh: '部分内容没有撤销：新建的记录仍被其他记录引用，更新过的字段之后又有改动，须他人审批、已获审批，或您无权处理；请逐条处理。',
    en: 'Not all was undone: records that others use, fields changed again since, and what needs or has had somebody else’s approval or is not yours to change stay as they are; see to them one by one.',
  },
  'record.idempotency_mismatch': {
    zh: '同一个 Idempotency-Key 不能用于不同内容的请求，请换一个。',
    en: 'This Idempotency-Key was used for another request; use a new one.',
  },
  'staff.last_head': {
    zh: '公司必须保留至少一名启用的负责人，请先指定另一名负责人。',
    en: 'The company needs at least one active head; appoint another one first.',
  },
  'definition.name_form': {
    zh: '名称“{name}”不合要求：请用 3 至 40 个英文字母、数字（对象可用下划线），以小写字母开头。',
    en: 'The name “{name}” does not fit: use 3 to 40 letters and digits (underscores in objects), beginning with a small letter.',
  },
  'definition.name_taken': {
    zh: '名称“{name}”已被使用，请换一个。',
    en: 'The name “{name}” is taken; choose another.',
  },
  'definition.removed': {
    zh: '“{name}”已被移除但数据仍保留，请从回收站恢复，或换一个名称。',
    en: '“{name}” was removed and its data is still kept; restore it from the recycle bin or choose another name.',
  },
  'definition.object_unknown': {
    zh: '没有名为“{name}”的对象，请检查名称。',
    en: 'There is no object “{name}”; check its name.',
  },
  'definition.kind_unknown': {
    zh: '没有“{kind}”这种字段类型，可用：{kinds}。',
    en: 'There is no field kind “{kind}”; use one of: {kinds}.',
  },
  'definition.setting_unknown': {
    zh: '字段设置“{setting}”无效，请检查或删除。',
    en: 'The setting “{setting}” is not valid; check or remove it.',
  },
  'definition.choices_missing': {
    zh: '选项字段需要至少一个选项（settings.choices）。',
    en: 'A choice field needs at least one choice (settings.choices).',
  },
  'definition.of_the_trail': {
    zh: '“{name}”供审计使用，不能增加字段、选项或规则。',
    en: '“{name}” serves the audit; fields, choices and rules of your own cannot be added to it.',
  },
  'definition.fixed': {
    zh: '“{name}”建立后不能更改，请新建一个。',
    en: '“{name}” cannot change once it is made; make a new one.',
  },
  'definition.not_a_list': {
    zh: '“{name}”不是可编辑的值列表。',
    en: '“{name}” is not a value list that can be edited.',
  },
  'definition.no_level': {
    zh: '“{field}”的值不决定密级，请不填默认密级。',
    en: 'The values of “{field}” do not decide the level; leave the default level empty.',
  },
  'definition.order_missing': {
    zh: '选项顺序需要按序列出选项代码（parts）。',
    en: 'An order of values needs their codes, one after the other (parts).',
  },
  'definition.sections_form': {
    zh: '布局不合要求：每个分组要有名称和中英文标题，分组和字段都只能出现一次。',
    en: 'The layout does not fit: each section needs a name and a heading in both languages, and no section or field stands twice.',
  },
  ...accessErrorCodes,
  ...confirmationErrorCodes,
  ...emergencyErrorCodes,
  ...programmeErrorCodes,
  ...publicationErrorCodes,
  ...workErrorCodes,
  ...fieldErrorCodes,
  ...keyErrorCodes,
  ...mailErrorCodes,
  ...settingsErrorCodes,
  ...exportErrorCodes,
  ...transferErrorCodes,
} as const satisfies Record<string, Label>

export type ErrorCode = keyof typeof errorCodes
export type ErrorParams = Record<string, string | number | readonly string[]>
