import type { zh } from './zh.ts'

export const en: Record<keyof typeof zh, string> = {
  title: 'Double entry',
  text: 'Key from the scans or the paper file alone. Until you have sent a value you do not see the first one, nor the file.',
  task: 'Values of a file wait to be keyed again, from the scans or the paper file, without the first ones in sight.',
  begin: 'Start keying',
  left: '{{count}} left',
  none: 'Nothing to key again.',
  noneText:
    'Once an administrator has ticked “Key again” under Settings › Objects › Approvals and named you, the fields to key stand here.',
  file: 'File {{number}}',
  due: 'by {{day}}',
  evidence: 'Scans',
  noEvidence: 'There are no scans on this file: key from the paper.',
  show: 'Show {{name}}',
  submit: 'Send',
  same: 'Both entries agree',
  differs: 'The entries differ; somebody will decide',
  outdated: 'The file has changed meanwhile; it is keyed once the request has come again',
  dropped: 'No rule asks for it any longer',
  decide: 'Open the request that decides',
  waiting: 'Not keyed again yet: {{fields}}',
  held: 'Takes effect once keyed again: {{fields}}',
  openRequests: 'Keyed again with another value, to be decided: {{fields}}',
}
