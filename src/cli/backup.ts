import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { makeBackup } from '../server/backup/make-backup.ts'
import { readEnv } from '../server/env.ts'
import { StartFailure } from '../server/start-failure.ts'

const help = `npx dossier backup [--to FOLDER] [--recipient age1...]   writes everything but the keys into one sealed file
npx dossier backup --new-identity                       makes a pair: keep the identity away from this computer
Recipients may also stand in backup-recipients.txt beside the key file, one a line.`

const { values } = parseArgs({
  options: {
    to: { type: 'string' },
    recipient: { type: 'string', multiple: true },
    'new-identity': { type: 'boolean' },
    help: { type: 'boolean' },
  },
})

/** `npx dossier backup`: the whole house in one file that only the recipients open. */
async function main(): Promise<void> {
  if (values.help) return console.log(help)
  if (values['new-identity']) {
    const identity = await generateX25519Identity()
    console.log(`Recipient (for backup-recipients.txt): ${await identityToRecipient(identity)}`)
    console.log(`Identity (opens every backup made for it; keep it elsewhere): ${identity}`)
    return
  }
  const env = readEnv()
  if (env.databaseUrl)
    throw new StartFailure(
      'DATABASE_URL names your own PostgreSQL, whose files are not here to copy.',
      `Back it up with its own tools (pg_basebackup or pgBackRest, with the log), and ${join(env.dataDir, 'files')} beside it; docs/operations/backup.md says how.`,
    )
  const recipients = values.recipient ?? (await recipientsIn(env.keysDir))
  if (!recipients.length)
    throw new StartFailure(
      'Nobody is named who could open the backup.',
      'Make a pair with: npx dossier backup --new-identity, and name its recipient with --recipient.',
    )
  const say = (line: string): void => console.log(`dossier: ${line}`)
  const to = values.to ?? join(env.dataDir, 'backups')
  const { file, bytes } = await makeBackup({ dataDir: env.dataDir, to, recipients, report: say })
  say(`wrote ${file} (${Math.ceil(bytes / 1_048_576)} MB). Take it, and the key folder, to two different places.`)
}

async function recipientsIn(keysDir: string): Promise<string[]> {
  const text = await readFile(join(keysDir, 'backup-recipients.txt'), 'utf8').catch(() => '')
  return text.split('\n').flatMap((line) => line.trim().match(/^age1\S+/)?.[0] ?? [])
}

main().catch((error: unknown) => {
  console.error(error instanceof StartFailure ? `dossier: ${error.message}` : error)
  process.exitCode = 1
})
