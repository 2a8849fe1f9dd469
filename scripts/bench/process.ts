import { spawnSync } from 'node:child_process';

/** Resources of a whole process with all its threads. */
export interface Cost {
  /** Milliseconds from its start to its end. */
  wall: number;
  /** Milliseconds on a processor. */
  cpu: number;
  /** The most memory that it ever held, in bytes. */
  memory: number;
  /** Standard output. */
  output: string;
}

/** Prints the resources at the end of a process, which costs each one the same few milliseconds. */
const TELL = `data:text/javascript,process.on('exit',()=>{const u=process.resourceUsage();process.stderr.write('\\ntook '+(u.userCPUTime+u.systemCPUTime)+' '+u.maxRSS+'\\n')})`;

/**
 * Runs Node on a script.
 * @throws {Error} when it fails
 */
export function costOf(script: string, args: readonly string[], cwd = process.cwd()): Cost {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', TELL, script, ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  const wall = performance.now() - start;
  const [, cpu, memory] = /\ntook (\d+) (\d+)\n/.exec(stderr) ?? [];
  if (status !== 0 || cpu === undefined) throw new Error(`${script} failed: ${stderr}`);
  return { wall, cpu: Number(cpu) / 1000, memory: Number(memory) * 1024, output: stdout };
}
