/** Threads that can be thrown away: questions and answers, and a watchdog for what takes too long. */
export { beaconMemory } from './beacon.ts';
export { ThreadEnded, type GivenUpWhy } from './given-up.ts';
export { doing, doingAsync, endSpoiledThread, serveThread, startData } from './serve.ts';
export { SharedNumbers } from './shared-numbers.ts';
export { startThreadsBy, Thread, type Started, type StartWorker, type ThreadOptions } from './thread.ts';
export { ThreadLender } from './thread-lender.ts';
