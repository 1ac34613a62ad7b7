/** What is said about change requests beyond what every page may have to say. */
export const zh = {
  grounds: {
    title: '此变更须由他人审批',
    text: '请写明依据，审批人会看到。通过之前，现值继续有效。',
    required: '必填',
    missing: '请填写“{{field}}”。',
    single: '批量变更不能附凭证；需要时请逐条修改。',
    send: '提交审批',
  },
  beside: '档案现状',
}
