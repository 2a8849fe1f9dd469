/**
 * Alerts when release notes change, about the versions that you run. Nothing here writes to a terminal, and every function
 * takes an AbortSignal, so that the extension and the command line share the watch.
 */
export { ALERT_KINDS } from './alerts/alert.ts';
export type { Alert, AlertBug, AlertKind } from './alerts/alert.ts';
export type { Channel } from './channels/channel.ts';
export {
  CHANNELS,
  channelsFromEnvironment,
  ChannelConfigError,
  type ChannelName,
} from './channels/environment.ts';
export { versionAdvice } from './store/advice-schema.ts';
export { createFolderLock, NO_LOCK, type Lock } from './store/lock.ts';
export { NO_MUTES, type Mutes } from './mutes.ts';
export { alertJson, alertLines, batchText, unreadLines, versionAdviceText } from './render.ts';
export { InvalidSchedule, runOnSchedule } from './schedule.ts';
export type { FreshCatalogue } from './publications/publications.ts';
export { createS3Store, readS3Address, StoreUnreachableError } from './store/s3-store.ts';
export { createStoreLock } from './store/store-lock.ts';
export type { Batch } from './store/state.ts';
export { runOnce, type WatchOptions, type WatchRun } from './watch.ts';
