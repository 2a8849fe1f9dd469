// The effects of a script on its host, in order, whatever language it is written in.

/** Content of a file: a text, or what has to be fetched. `elsewhere` is anything that no code of the workspace holds. */
export type Content =
  { from: 'text'; text: string } | { from: 'parameter' | 'object' | 'elsewhere'; name: string };

/** Where a step is written, and on what it depends. */
export interface StepPlace {
  /** The script: `start script`, `scripts/base.sh`. */
  script: string;
  /** 1-based, in the script. */
  line: number;
  /** The command as it is written, shortened. */
  written: string;
  /** The test on which the step depends; null where it always runs. */
  condition: string | null;
}

export type Effect =
  | { does: 'install' | 'remove'; packages: readonly string[] }
  | { does: 'enable' | 'disable' | 'start' | 'stop'; units: readonly string[] }
  | { does: 'write'; path: string; content: Content; isAppended: boolean }
  | { does: 'replace'; path: string; pattern: string; by: string }
  | { does: 'copy'; from: string; to: string }
  | { does: 'delete'; path: string }
  /** Any other program; output goes to `targets`. */
  | { does: 'run'; words: readonly string[]; targets: readonly string[] }
  /** A container with its image. */
  | { does: 'contain'; image: string; words: readonly string[] }
  /** The output of the script itself goes to a file. */
  | { does: 'log'; path: string }
  /** A program of which the code is not here may do anything. */
  | { does: 'unread'; name: string };

export type Step = Effect & StepPlace;

/** A script or document that a host runs. */
export interface HostScript {
  /** What people call it: `start script`, a file, a provisioner. */
  name: string;
  text: string;
  /** Written for a shell, whatever its name says. */
  isShell?: true;
  /** Other files that it may run or copy, by path in the workspace or by name; null where there are none. */
  readFile?: (path: string) => string | null;
}

/** Characters of one script: user data is at most 16 KB, scripts of image builds are larger. */
export const maxHostScript = 200_000;
/** Steps of one host. */
export const maxHostSteps = 5000;
/** Scripts that run each other. */
export const maxHostDepth = 6;
/** Characters of a command that a person is shown. */
const LONGEST_COMMAND = 90;

/** The first line of a command, shortened, for a sentence. */
export function shownCommand(written: string): string {
  const [first = ''] = written.trim().split('\n');
  const line = first.replace(/\s+/g, ' ');
  return line.length > LONGEST_COMMAND ? `${line.slice(0, LONGEST_COMMAND)}…` : line;
}
