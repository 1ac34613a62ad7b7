import type { Label } from './label.ts'

/** What can be wrong with a list that somebody imports. */
export const transferErrorCodes = {
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
    zh: '此对象没有查重规则，导入时只能新建记录（duplicates=create）。',
    en: 'Nothing says when two of these records are one, so a list can only create them (duplicates=create).',
  },
  'transfer.same_as_record': {
    zh: '与已有的“{title}”相同，本行已跳过。',
    en: 'The row is the same as “{title}”, which is there already; it was left out.',
  },
  'transfer.same_as_row': {
    zh: '与本表第 {row} 行相同，以第 {row} 行为准，本行已跳过。',
    en: 'The row is the same as row {row} of this list, which counts; it was left out.',
  },
  'transfer.not_suggested': {
    zh: '{field}“{input}”是新增的，不能作为修改建议提交；请由客户的负责人添加。',
    en: '{field} “{input}” would be new on the file and cannot be suggested as a change; ask its owner to add it.',
  },
} as const satisfies Record<string, Label>
