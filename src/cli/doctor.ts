import {
  checkDatabase,
  type Kernel,
  lastRowCheck,
  makeContext,
  openDatabase,
  roles,
  sheetsDue,
  systemActor,
} from '#kernel'
import { endlessClearances } from '#modules/access'
import { lastBackup } from '../server/backup/last-backup.ts'
import { readEnv } from '../server/env.ts'
import { isSealerApart } from '../server/sealer-user.ts'
import { checkTls } from '../server/tls/check-tls.ts'
import { withKernel } from './with-kernel.ts'

/** `npx dossier doctor`: which guarantees the database gives, what is lost without them, and the SQL that mends it. */
const good = await withKernel({ work: (kernel, { url }) => isWell(kernel, url) })
console.log(
  good
    ? `The database is as it should be; the application works as ${roles.app}.`
    : 'Run the SQL above as the server’s administrator, then start Dossier again.',
)
const isSecure = await tellOfTls()
await tellOfBackup()
process.exitCode = good && isSecure ? 0 : 1

async function isWell(kernel: Kernel, url: string): Promise<boolean> {
  const db = openDatabase(url, { max: 1, name: 'dossier doctor' })
  const checks = await checkDatabase(db)
  const apart = await isSealerApart(kernel.trail.keys)
  console.log(
    `note     the sealer of the trail runs as ${apart ? 'a system user of its own' : 'the user who starts the server; started by root it has one of its own, if that one can reach the checkout, the keys and the checkpoints'}`,
  )
  await db.end()
  if (sheetsDue(kernel.keys.secrets()))
    console.log('WARNING  nobody has confirmed that two people keep the recovery sheets; see npx dossier keys')
  const isWhole = await tellOfRows(kernel)
  await tellOfClearances(kernel)
  for (const check of checks) {
    console.log(`${check.good ? 'good   ' : 'MISSING'}  ${check.name}`)
    if (!check.good) console.log(`         without it: ${check.lost}\n${check.mend.replace(/^/gm, '           ')}`)
  }
  return isWhole && checks.every((check) => check.good)
}

/** The server looks once a day; a row that was found is proven again by whoever put it right. */
async function tellOfRows(kernel: Kernel): Promise<boolean> {
  const check = await lastRowCheck(kernel.db)
  if (!check) {
    console.log('note     rows that decide who may see what have not been checked yet; now: npx dossier verify-records')
    return true
  }
  const { at, rows, found } = check
  const good = found === 0
  console.log(
    good
      ? `good     ${rows} rows that decide who may see what are as the application wrote them (checked ${at})`
      : `WRONG    ${found} rows that decide who may see what were NOT written by the application (checked ${at}): npx dossier verify-records`,
  )
  return good
}

/** Given before the highest clearance was for a time alone: left as it is, and named. */
async function tellOfClearances(kernel: Kernel): Promise<void> {
  const endless = await endlessClearances(makeContext({ kernel, actor: systemActor, channel: 'cli' }))
  if (!endless) return
  console.log(
    `WARNING  role assignments with the clearance “Confidential” and no end: ${endless}; set “Until” on the pages of`,
  )
  console.log('         those who hold them, under Users, or with PATCH /api/role-assignments/<id>')
}

async function tellOfTls(): Promise<boolean> {
  const { good, state, mend } = await checkTls(readEnv())
  console.log(`${good ? 'good   ' : 'MISSING'}  ${state}`)
  if (mend) console.log(`         ${mend}`)
  return good
}

/** Your own PostgreSQL is backed up by its own tools, of which nothing is known here. */
async function tellOfBackup(): Promise<void> {
  const { dataDir, databaseUrl } = readEnv()
  if (databaseUrl) return
  const backup = await lastBackup(dataDir)
  if (backup && !backup.late) return
  console.log(
    `WARNING  ${backup ? `the last backup is of ${backup.at}` : 'there is no backup'}; make one: npx dossier backup`,
  )
}
