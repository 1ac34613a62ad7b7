import { StartFailure } from '../start-failure.ts'

const KNOWN: { said: RegExp; reason: (place: string) => string; fix: string }[] = [
  {
    said: /No space left on device|Disk quota exceeded/,
    reason: (place) => `The disk that holds ${place} is full.`,
    fix: 'Free some space and start again.',
  },
  {
    said: /Permission denied|Operation not permitted|Read-only file system|wrong ownership|invalid permissions/,
    reason: (place) => `PostgreSQL may not write in ${place}.`,
    fix: 'Start as the user who owns this folder, or set DOSSIER_DATA to a folder of your own.',
  },
  {
    said: /database files are incompatible|initialized by PostgreSQL version/,
    reason: (place) => `The database in ${place} was made by another version of PostgreSQL.`,
    fix: 'Start the Dossier that made it, take a backup there and restore it here.',
  },
  {
    said: /error while loading shared libraries|Library not loaded/,
    reason: () => 'PostgreSQL is installed only half: its libraries are missing.',
    fix: 'Allow install scripts (npm config delete ignore-scripts), remove node_modules and start again.',
  },
  {
    said: /pre-existing shared memory block/,
    reason: () => 'Processes of an earlier PostgreSQL are still ending.',
    fix: 'Wait a few seconds and start again.',
  },
  {
    said: /could not resize shared memory segment|could not map anonymous shared memory|out of memory/i,
    reason: () => 'There is not enough memory for PostgreSQL.',
    fix: 'Close other programs, or give the computer or container at least 1 GB, and start again.',
  },
]

/** Makes one sentence out of what PostgreSQL's programs said before they gave up. */
export function failureFrom(output: string, place: string, what: string): StartFailure {
  const known = KNOWN.find(({ said }) => said.test(output))
  if (known) return new StartFailure(known.reason(place), known.fix)
  const lines = output.trim().split('\n')
  const told = lines.findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? lines.at(-1) ?? ''
  const reason = told.replace(/^.*?(FATAL|PANIC|error): +/i, '').trim()
  return new StartFailure(`${what}: ${reason || 'it ended without a word'}.`, `Its files and its log are in ${place}.`)
}
