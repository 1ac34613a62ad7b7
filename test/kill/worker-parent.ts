import { startWorker } from '../../src/server/worker-process.ts'

// A server reduced to its worker: says the worker's process number, and lives until it is killed.
const worker = startWorker(JSON.parse(process.argv[2] ?? '{}'), () => {})
console.log(worker.pid())
