/** Threads that can be thrown away: questions and answers, and a watchdog for what takes too long. */
export { ThreadEnded, type GivenUpWhy } from './given-up.ts';
export { doing, doingAsync, endSpoiledThread, serveThread, startData } from './serve.ts';
export { SharedNumbers } from './shared-numbers.ts';
export { Thread, type ThreadOptions } from './thread.ts';
export { ThreadLender } from './thread-lender.ts';
