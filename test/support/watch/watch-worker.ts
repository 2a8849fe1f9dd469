/**
 * A watcher for tests to kill: `STAGE CACHE WORKSPACE ORIGIN WEBHOOK DAY` looks once, delivers to the webhook, and stops forever
 * at a stage, which it prints.
 */
import { watchOnce, type WatcherArgs } from './watcher.ts';

const [stage, ...args] = process.argv.slice(2);

await watchOnce(args as WatcherArgs, async (here) => {
  if (here !== stage) return;
  console.log(here);
  await new Promise((resolve) => setTimeout(resolve, 60_000));
});
