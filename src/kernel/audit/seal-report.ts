import type { ErrorParams } from '#shared/error-codes'

/** What is wrong with a trail; the sentence stands in `findingSentences`. */
export type Finding = {
  code: keyof typeof findingSentences
  epoch?: number
  /** Number of the seal. */
  seal?: number
  row?: string
  detail?: ErrorParams
}

export const findingSentences = {
  'seal.missing': 'seals are missing before this one',
  'seal.changed': 'the seal is not as it was signed',
  'seal.signature': 'the signature is not of the given key',
  'key.unsigned': 'another key signs from here on, and the one before did not vouch for it',
  'seal.chain': 'the seal does not follow the one before',
  'seal.window': 'the transactions of the seal do not begin where the seal before ended',
  'seal.count': 'the rows of the seal do not add up',
  'seal.restored': 'the database was set back to an older state here',
  'rows.differ': 'the rows are not those that were sealed',
  'row.changed': 'the row is not as it was sealed',
  'row.added': 'the row was added after its batch was sealed',
  'row.missing': 'a row of the batch is gone',
  'row.unplaced': 'the row belongs to no batch',
  'row.ahead': 'the row claims a transaction that has not been',
  'trail.unsealed': 'nothing was ever sealed, though there are rows',
  'checkpoint.signature': 'the checkpoint is not signed by the given key',
  'checkpoint.origin': 'the checkpoint is of another log',
  'checkpoint.ahead': 'the checkpoint knows seals that are gone: a cut tail or an older database',
  'checkpoint.differs': 'the seals are not those that the checkpoint witnessed',
  'retention.early': 'rows were removed before the time for which the law wants them kept',
} as const

/** No more than these are listed; the rest is counted. */
const mostListed = 1_000

export type Findings = { list: Finding[]; total: number; add(finding: Finding): void }

export function openFindings(): Findings {
  const findings: Findings = {
    list: [],
    total: 0,
    add: (finding) => {
      findings.total++
      if (findings.list.length < mostListed) findings.list.push(finding)
    },
  }
  return findings
}
