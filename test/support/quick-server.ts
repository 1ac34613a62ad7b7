/** Test data may die with a power cut, so nothing waits for the disk, and nothing is kept for replicas. */
export const QUICK_SERVER = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_connections: '200',
}
