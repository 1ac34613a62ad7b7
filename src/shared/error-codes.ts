import type { Label } from './label.ts'

/**
 * Every refusal that a person can meet: code -> sentence with the reason and the fix. `{x}` is filled from the error's params.
 */
export const errorCodes = {
  'request.invalid': { zh: '请求格式不正确：{detail}。', en: 'The request is not well formed: {detail}.' },
  'request.unknown_field': {
    zh: '没有名为“{field}”的字段，请检查字段名。',
    en: 'There is no field called “{field}”; check its name.',
  },
  'request.not_found': { zh: '没有找到，或您无权查看。', en: 'Not found, or not yours to see.' },
  'request.too_large': {
    zh: '内容超过 {limit}，请缩小后重试。',
    en: 'Larger than {limit}; make it smaller and try again.',
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
  'audit.unavailable': {
    zh: '访问记录暂时无法写入，因此不能显示数据，请稍后重试。',
    en: 'The access log cannot be written for the moment, so no data is shown; try again shortly.',
  },
  'access.sign_in_required': { zh: '请先登录。', en: 'Sign in first.' },
  'access.forbidden': {
    zh: '您没有此操作的权限，请联系负责人。',
    en: 'You do not have the right to do this; ask the company head.',
  },
  'access.wrong_credentials': {
    zh: '账号或密码不正确，请核对后重试。',
    en: 'The login or the password is wrong; check both and try again.',
  },
  'access.too_many_attempts': {
    zh: '尝试次数过多，请在 {seconds} 秒后重试。',
    en: 'Too many attempts; try again in {seconds} seconds.',
  },
  'access.weak_password': {
    zh: '密码至少需要 {min} 个字符，且不能是常见密码。',
    en: 'The password needs at least {min} characters and must not be a common one.',
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
  'record.version_required': {
    zh: '修改时需要带上记录的版本号（version 或 If-Match）。',
    en: 'A change needs the version of the record (version or If-Match).',
  },
  'record.in_use': {
    zh: '仍被{object}引用，不能删除；请先处理引用它的记录。',
    en: 'Still used by {object}, so it cannot be deleted; change those records first.',
  },
  'record.idempotency_mismatch': {
    zh: '同一个 Idempotency-Key 不能用于不同内容的请求，请换一个。',
    en: 'This Idempotency-Key was used for another request; use a new one.',
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
  'staff.last_head': {
    zh: '公司必须保留至少一名启用的负责人，请先指定另一名负责人。',
    en: 'The company needs at least one active head; appoint another one first.',
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
    zh: '{field}无法对应到唯一的省/市/区：{input}。请从省起填写，如 浙江省杭州市余杭区。',
    en: '{field} does not name one province, city or district: {input}. Write it from the province down, like 浙江省杭州市余杭区.',
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
  'transfer.file_empty': {
    zh: '文件是空的，请选择有内容的文件。',
    en: 'The file is empty; choose one with rows in it.',
  },
  'transfer.no_rows': {
    zh: '文件只有表头，没有数据行，请填写后重新上传。',
    en: 'The file has headings but no rows under them; fill it in and upload it again.',
  },
  'transfer.file_large': {
    zh: '文件超过 {limit}，请拆分成几个文件后分别导入。',
    en: 'The file is larger than {limit}; split it and import the parts.',
  },
  'transfer.not_a_table': {
    zh: '“{fileName}”的内容是 {found}，不是可读取的表格；请用表格软件打开，另存为 .xlsx 或 .csv 后再上传。',
    en: '“{fileName}” holds {found}, not a list that can be read; open it in a spreadsheet, save it as .xlsx or .csv and upload that.',
  },
  'transfer.no_workbook': {
    zh: '文件中没有工作表；请用表格软件另存为 .xlsx 后再上传。',
    en: 'There is no worksheet in the file; save it as .xlsx in a spreadsheet and upload that.',
  },
  'transfer.workbook_broken': {
    zh: '文件已损坏或不完整，无法读取；请用表格软件打开并重新保存，或重新下载后再上传。',
    en: 'The file is damaged or incomplete; open and save it again in a spreadsheet, or download it again, then upload it.',
  },
  'transfer.workbook_encrypted': {
    zh: '文件设有打开密码；请在表格软件中去掉密码并保存后再上传。',
    en: 'The file asks for a password; remove the password in a spreadsheet, save, and upload it.',
  },
  'transfer.workbook_complex': {
    zh: '文件过于复杂，读取所需内存超过上限；请另存为 .csv 后再上传。',
    en: 'Reading the file would take too much memory; save it as .csv and upload that.',
  },
  'transfer.workbook_slow': {
    zh: '读取文件超过 {seconds} 秒，已停止；请另存为 .csv 后再上传。',
    en: 'Reading the file took more than {seconds} seconds and was stopped; save it as .csv and upload that.',
  },
  'transfer.zip_unsafe': {
    zh: '文件的压缩结构不安全，已拒绝；请用表格软件打开并重新保存后再上传。',
    en: 'The packing of the file is not safe, so it was refused; open and save it again in a spreadsheet.',
  },
  'transfer.zip_bomb': {
    zh: '文件解压后会超过 {limit} 或压缩比异常，已拒绝；请删除多余内容或另存为 .csv。',
    en: 'Unpacked, the file would exceed {limit} or is packed beyond reason, so it was refused; remove what is not needed or save it as .csv.',
  },
  'transfer.sheet_unknown': {
    zh: '没有名为“{sheet}”的工作表，可选：{sheets}。',
    en: 'There is no sheet called “{sheet}”; choose from: {sheets}.',
  },
  'transfer.sheet_empty': {
    zh: '工作表“{sheet}”是空的，请选择其他工作表。',
    en: 'The sheet “{sheet}” is empty; choose another one.',
  },
  'transfer.encoding_unknown': {
    zh: '无法识别文件的文字编码；请另存为“CSV UTF-8”或 .xlsx 后再上传。',
    en: 'The encoding of the text is not known; save the file as “CSV UTF-8” or .xlsx and upload that.',
  },
  'transfer.encoding_unsupported': {
    zh: '不支持编码“{encoding}”，可选：{encodings}。',
    en: 'The encoding “{encoding}” is not supported; choose from: {encodings}.',
  },
  'transfer.encoding_broken': {
    zh: '第 {line} 行附近的文字不符合 {encoding} 编码；请改选编码，或修正该行后重新上传。',
    en: 'The text near line {line} is not valid {encoding}; choose another encoding, or mend that line and upload the file again.',
  },
  'transfer.delimiter_unsupported': {
    zh: '不支持分隔符“{delimiter}”，可用逗号、分号、制表符或竖线。',
    en: 'The delimiter “{delimiter}” is not supported; use a comma, semicolon, tab or vertical bar.',
  },
  'transfer.columns_many': {
    zh: '文件超过 {max} 列，请删除多余的列。',
    en: 'The file has more than {max} columns; remove those that are not needed.',
  },
  'transfer.rows_many': {
    zh: '文件超过 {max} 行，请拆分成几个文件后分别导入。',
    en: 'The file has more than {max} rows; split it and import the parts.',
  },
  'transfer.cell_long': {
    zh: '第 {row} 行“{heading}”超过 {max} 个字符；请检查该行附近的引号是否成对，或缩短内容。',
    en: 'Row {row} holds more than {max} characters in “{heading}”; check the quotation marks near it, or shorten it.',
  },
  'transfer.quote_open': {
    zh: '第 {line} 行（含表头）起有一个引号没有配对；请补上或删除后重新上传。',
    en: 'From line {line} (headings included) a quotation mark is never closed; close or remove it and upload the file again.',
  },
  'transfer.row_long': {
    zh: '该行的内容多于表头的 {columns} 列，多出：{extra}；请检查是否有未加引号的分隔符。',
    en: 'The row has more cells than the {columns} headings: {extra}; check for a delimiter outside quotation marks.',
  },
  'transfer.row_quotes': {
    zh: '该行的引号不成对，各列内容可能错位；请核对。',
    en: 'Quotation marks in the row do not pair up, so cells may be shifted; check it.',
  },
  'transfer.formula_error': {
    zh: '{field}中的公式出错（{input}），没有可用的值；请在表格中修正。',
    en: 'The formula in {field} failed ({input}) and has no value; mend it in the sheet.',
  },
  'transfer.mapped_twice': {
    zh: '两列都对应到“{field}”，请只保留一列。',
    en: 'Two columns lead to “{field}”; keep one of them.',
  },
  'transfer.file_changed': {
    zh: '导入文件已不完整，请重新上传。',
    en: 'The file of this import is no longer whole; upload it again.',
  },
  'transfer.state': {
    zh: '此导入当前状态为“{state}”，不能执行该操作；请刷新后查看。',
    en: 'This import is “{state}” and cannot do that now; reload to see where it stands.',
  },
  'transfer.duplicates_unsupported': {
    zh: '导入目前只支持新建记录（duplicates=create）。',
    en: 'Imports create records for now (duplicates=create).',
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
  'definition.fixed': {
    zh: '“{name}”建立后不能更改，请新建一个。',
    en: '“{name}” cannot change once it is made; make a new one.',
  },
  'definition.not_a_list': {
    zh: '“{name}”不是可编辑的值列表。',
    en: '“{name}” is not a value list that can be edited.',
  },
  'definition.parts_missing': {
    zh: '编号规则需要用于编号字段，并至少包含一个流水号（sequence）。',
    en: 'A number rule belongs to a number field and needs a running number (sequence).',
  },
} as const satisfies Record<string, Label>

export type ErrorCode = keyof typeof errorCodes
export type ErrorParams = Record<string, string | number | readonly string[]>
