import { randomBytes } from 'node:crypto'
import { Client } from 'pg'

/** What PostgreSQL says about a copy of its files that is being made. */
export type BaseBackup = {
  /** First file of the log that the copy needs. */
  firstLog: string
  /** Ends the copy; from there on the log holds all that was acknowledged before. */
  stop(): Promise<{ label: string; lastLog: string }>
  /** Gives the copy up, or lets go of the log after its end. */
  end(): Promise<void>
}

/** Not copied: what only the running server needs. Its folders are made empty. */
const transient = /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/./
const transientFiles =
  /^(postmaster\.(pid|opts)|\.s\.PGSQL\..*|backup_label(\.old)?|tablespace_map(\.old)?)$|(^|\/)pgsql_tmp|(^|\/)pg_internal\.init/

export function isCopied(path: string): boolean {
  return !transient.test(path) && !transientFiles.test(path)
}

/** Tells the server that its files are being copied, on a connection that lives as long as the copy. A slot keeps the log. */
export async function startBaseBackup(url: string): Promise<BaseBackup> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const slot = `dossier_backup_${randomBytes(6).toString('hex')}`
  await client.query('set statement_timeout = 0')
  await client.query('select pg_create_physical_replication_slot($1, true, true)', [slot])
  const { rows } = await client.query<{ file: string }>(
    `select pg_walfile_name(lsn) as file from pg_backup_start('dossier', true) as lsn`,
  )
  return {
    end: () => client.end(),
    firstLog: rows[0]?.file ?? '',
    stop: async () => {
      const stopped = await client.query<{ label: string; file: string }>(
        'select labelfile as label, pg_walfile_name(lsn) as file from pg_backup_stop(false)',
      )
      const [row] = stopped.rows
      if (!row) throw new Error('PostgreSQL did not end the backup')
      return { label: row.label, lastLog: row.file }
    },
  }
}
