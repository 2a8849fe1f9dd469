/** Code that runs when a look is due, or is asked for. Most windows close before that. */
export { InvalidSchedule, runOnSchedule } from '../../../watch/index.ts';
export { runLook } from './look-client.ts';
export { LookRunner } from './look-runner.ts';
