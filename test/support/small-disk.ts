import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { withClient } from '../../src/server/postgres/with-client.ts'

/** A disk under a database that runs out of space, and has some again. */
export type SmallDisk = {
  /** Whether the space is really gone, below PostgreSQL's log too, or PostgreSQL only says so when a line of the trail is added. */
  isReal: boolean
  fill(url: string): Promise<void>
  free(url: string): Promise<void>
  close(): void
}

const plenty = '1g'

/** In memory and mounted at the folder, where this user may mount; elsewhere the trail's table refuses as PostgreSQL does on a full disk. */
export function openSmallDisk(folder: string): SmallDisk {
  return mount(['-t', 'tmpfs', '-o', `size=${plenty},mode=755`, 'dossier-test', folder])
    ? mountedDisk(folder)
    : refusingTable()
}

function mount(args: readonly string[]): boolean {
  return spawnSync('mount', args).status === 0
}

function mountedDisk(folder: string): SmallDisk {
  const resize = (size: string): boolean => mount(['-o', `remount,size=${size}`, folder])
  return {
    isReal: true,
    fill: async () => {
      // What is written between the two is more than the size that was asked for, and refused.
      for (;;) {
        const { blocks, bfree, bsize } = await statfs(folder)
        if (resize(String((blocks - bfree) * bsize))) return
      }
    },
    free: async () => {
      if (!resize(plenty)) throw new Error(`${folder} could not be made larger`)
    },
    close: () => unmountIn(folder),
  }
}

function refusingTable(): SmallDisk {
  console.log('No right to mount: a trigger refuses the trail its space, with the code of a full disk.')
  const run = (url: string, statements: string) =>
    withClient(url, async (client) => {
      await client.query(statements)
    })
  return {
    isReal: false,
    fill: (url) =>
      run(
        url,
        `create function no_space() returns trigger language plpgsql as $$
          begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$;
         create trigger no_space before insert on audit_event for each row execute function no_space()`,
      ),
    free: (url) => run(url, 'drop trigger no_space on audit_event; drop function no_space()'),
    close: () => {},
  }
}

/** Takes away what is mounted at a folder or below it. */
export function unmountIn(folder: string): void {
  const table = '/proc/self/mounts'
  const mounts = existsSync(table) ? readFileSync(table, 'utf8') : ''
  for (const line of mounts.split('\n')) {
    const [, at = ''] = line.split(' ')
    if (at === folder || at.startsWith(`${folder}/`)) spawnSync('umount', ['--lazy', at])
  }
}
