import { totalmem } from 'node:os'

const mb = 1024 * 1024

/** Bytes that there are, of the machine or of the container. */
function memoryHere(): number {
  const limit = process.constrainedMemory()
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem()
}

/** An eighth for its own copies of pages, and half that it may expect the system to keep; the application lives on the same machine. */
export function memorySettings(bytes: number): Record<'shared_buffers' | 'effective_cache_size', string> {
  const within = (part: number, least: number, most: number): string =>
    `${Math.min(most, Math.max(least, Math.floor((bytes * part) / mb)))}MB`
  return { shared_buffers: within(1 / 8, 128, 2048), effective_cache_size: within(1 / 2, 512, 16_384) }
}

/** What PostgreSQL is told on its command line. */
export const SERVER_SETTINGS: Record<string, string> = {
  ...memorySettings(memoryHere()),
  listen_addresses: '127.0.0.1',
  // Its own folder, which nobody else may enter; the sealer's user comes by the port.
  unix_socket_directories: process.platform === 'win32' ? '' : '.',
  unix_socket_permissions: '0700',
  max_connections: '100',
  work_mem: '8MB',
  maintenance_work_mem: '128MB',
  random_page_cost: '1.1',
  // Compiling plans costs more than these short statements take.
  jit: 'off',
  // The one that is built in costs a fifth of an import and saves disk that max_wal_size bounds anyway.
  wal_compression: 'off',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Texts of errors and statements hold customers' data; the application reports errors itself.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
}

/** As arguments: `-c name=value` each. */
export function asArguments(settings: Record<string, string>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
