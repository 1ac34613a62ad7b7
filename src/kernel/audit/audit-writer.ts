import { AppError } from '#shared/app-error'
import type { Database } from '../query/database.ts'
import { type AuditRow, insertAuditRows } from './audit-row.ts'

/** Writes the trail of reads: many answers share one commit, and each waits for it. */
export type AuditWriter = {
  /** Resolves once the row is durable; rejects with 503, and then no data may leave. */
  write(row: AuditRow): Promise<void>
  end(): Promise<void>
}

type Waiting = { row: AuditRow; done: () => void; failed: (error: unknown) => void }

/** Larger batches gain nothing and hold the answers of many readers to one statement. */
const largestBatch = 500

/** Seconds of work: whoever comes behind is told at once instead of waiting in vain. */
const longestQueue = 50_000

export function openAuditWriter(db: Database): AuditWriter {
  const queue: Waiting[] = []
  let busy = false

  const flush = async (): Promise<void> => {
    busy = true
    while (queue.length) {
      const batch = queue.splice(0, largestBatch)
      try {
        await insertAuditRows(
          db,
          batch.map(({ row }) => row),
        )
        for (const { done } of batch) done()
      } catch (error) {
        for (const { failed } of batch) failed(new AppError(503, 'audit.unavailable', { cause: error }))
      }
    }
    busy = false
  }

  return {
    end: () => db.end(),
    write: (row) =>
      new Promise((done, failed) => {
        if (queue.length >= longestQueue) return failed(new AppError(503, 'audit.unavailable'))
        queue.push({ row, done, failed })
        // Rows that arrive while a batch commits form the next one.
        if (!busy) setImmediate(() => !busy && flush())
      }),
  }
}
