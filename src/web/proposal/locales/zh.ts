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
  ask: '提问',
  handOver: '转交…',
  handOverTo: '转交给谁审批',
  answer: '答复',
  answerTo: '答复审批人的提问',
  did: { ask: '已向申请人提问', answer: '已答复', handOver: '已转交' },
  course: {
    title: '过程',
    question: '{{by}}提问',
    answer: '{{by}}答复',
    handover: '{{by}}转交给{{person}}审批',
    escalation: '逾期未审批，已请{{person}}参与审批',
    signature: '{{by}}已签署',
    unread: '内容已销毁',
  },
  step: '第 {{place}} 步，共 {{of}} 步；此步还须 {{left}} 人签署。',
  signed: '已签署，尚须他人继续审批',
  beside: '档案现状',
}
