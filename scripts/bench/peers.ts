import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Report } from './measure.ts';
import { costOf } from './process.ts';
import type { Tree } from './tree/tree.ts';

/** Program on npm that reads infrastructure code to find versions and propose updates. */
const PEER = {
  name: 'renovate',
  version: '44.121.2',
  script: 'node_modules/renovate/dist/renovate.js',
  /** Reads the files of a folder and asks no server for newer versions. */
  options: ['--platform=local', '--dry-run=extract', '--onboarding=false', '--require-config=optional'],
};

/**
 * Measures the peer as a whole process on the benchmark's tree. Installs it once, into a folder of its own.
 * @throws {Error} if npm cannot install it, or if it fails
 */
export function benchPeers({ folder }: Tree): Report {
  const { wall, cpu, memory } = costOf(installedPeer(), PEER.options, folder);
  const name = `${PEER.name} ${PEER.version}`;
  return {
    results: [],
    figures: [
      { name: `${name}, extraction`, value: wall / 1000, unit: 's', goal: null, limit: null },
      { name: `${name}, CPU time`, value: cpu / 1000, unit: 's', goal: null, limit: null },
      { name: `${name}, memory at most`, value: memory / 1e6, unit: 'MB', goal: null, limit: null },
    ],
  };
}

function installedPeer(): string {
  const home = path.join(tmpdir(), `errata-lens-peer-${PEER.name}-${PEER.version}`);
  const script = path.join(home, PEER.script);
  if (existsSync(script)) return script;
  mkdirSync(home, { recursive: true });
  const wanted = `${PEER.name}@${PEER.version}`;
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--engine-strict=false'];
  const { status } = spawnSync('npm', ['install', '--prefix', home, ...options, wanted], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`npm could not install ${wanted} into ${home}.`);
  return script;
}
