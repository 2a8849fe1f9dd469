import { spawnSync } from 'node:child_process';

/** Resources that a process used, with all its threads. */
export interface Cost {
  /** Milliseconds from start to end. */
  wall: number;
  /** CPU time in milliseconds. */
  cpu: number;
  /** Peak memory in bytes. */
  memory: number;
  /** Standard output. */
  output: string;
}

/** Module that prints the resources of its process at exit. It costs every process the same few milliseconds. */
const RESOURCE_REPORT = `data:text/javascript,process.on('exit',()=>{const u=process.resourceUsage();process.stderr.write('\\ntook '+(u.userCPUTime+u.systemCPUTime)+' '+u.maxRSS+'\\n')})`;

/**
 * Runs a script in Node and returns its cost.
 * @throws {Error} if it fails
 */
export function costOf(script: string, args: readonly string[], cwd = process.cwd()): Cost {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', RESOURCE_REPORT, script, ...args],
    {
      cwd,
      encoding: 'utf8',
      maxBuffer: 1e9,
    },
  );
  const wall = performance.now() - start;
  const [, cpu, memory] = /\ntook (\d+) (\d+)\n/.exec(stderr) ?? [];
  if (status !== 0 || cpu === undefined) throw new Error(`${script} failed: ${stderr}`);
  return { wall, cpu: Number(cpu) / 1000, memory: Number(memory) * 1024, output: stdout };
}
