import { startAwsProxy, type AwsProxy } from '../../support/accounts/aws-proxy.ts';
import { createFleet, writeProfiles } from '../../support/accounts/fleet.ts';
import { moto, needsMoto } from '../../support/accounts/moto.ts';
import { temporaryFolder } from './files.ts';
import { closeAtEnd } from './windows/shared.ts';

/** An address without any server, for windows that must send no request to AWS. */
const NOWHERE = 'http://127.0.0.1:9';

/** A user with the fleet's accounts, and the proxy that records the user's requests to AWS. */
export interface FleetUser {
  proxy: AwsProxy;
  /** Environment of a session. */
  env: Record<string, string>;
}

let user: Promise<FleetUser> | undefined;

/** One user for all windows of a run, because another environment needs another server. */
export function fleetUser(): Promise<FleetUser> {
  user ??= start();
  return user;
}

async function start(): Promise<FleetUser> {
  const folder = await temporaryFolder();
  const aws = needsMoto === false ? await moto() : NOWHERE;
  const proxy = await startAwsProxy(aws);
  closeAtEnd(async () => {
    await proxy.stop();
    await folder[Symbol.asyncDispose]();
  });
  if (aws !== NOWHERE) await createFleet(aws);
  return { proxy, env: writeProfiles(folder.path, proxy.url) };
}
