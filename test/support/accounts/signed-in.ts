import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startAwsProxy, type AwsProxy } from './aws-proxy.ts';
import { setEnvironment } from '../environment.ts';
import { createFleet, writeProfiles } from './fleet.ts';
import { moto } from './moto.ts';

/** A user with the profiles of the fleet, whose requests go through a separate proxy. */
export interface SignedIn {
  proxy: AwsProxy;
  /** Folder with the profiles, which may also contain a cache. */
  folder: string;
  /** Variables with which the SDK reads these profiles; this process has them until `signOut`. */
  environment: Record<string, string>;
  signOut: () => Promise<void>;
}

/** Signs this process in to the fleet, in place of other credentials. */
export async function signInToFleet(): Promise<SignedIn> {
  const folder = mkdtempSync(path.join(tmpdir(), 'errata-lens-account-'));
  const proxy = await startAwsProxy(await moto());
  const environment = writeProfiles(folder, proxy.url);
  const restore = setEnvironment({
    AWS_PROFILE: undefined,
    AWS_REGION: undefined,
    AWS_DEFAULT_REGION: undefined,
    AWS_ACCESS_KEY_ID: undefined,
    ...environment,
  });
  await createFleet(await moto());
  return {
    proxy,
    folder,
    environment,
    signOut: async () => {
      await proxy.stop();
      rmSync(folder, { recursive: true, force: true });
      restore();
    },
  };
}
