/** Worker threads that can be terminated and replaced, with a watchdog for time and memory. */
export { ThreadEnded, type GiveUpReason } from './given-up.ts';
export { runTask, runTaskAsync, exitThread, serveThread, startData } from './serve.ts';
export { SharedNumbers } from './shared-numbers.ts';
export { Thread, type ThreadOptions } from './thread.ts';
export { ThreadPool } from './thread-pool.ts';
