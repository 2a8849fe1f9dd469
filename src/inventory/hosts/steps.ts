// Effects of a script on its host, in order, independent of its language.

/** Content of a file: a text, or its source. `elsewhere` is anything that no code of the workspace contains. */
export type Content =
  { from: 'text'; text: string } | { from: 'parameter' | 'object' | 'elsewhere'; name: string };

/** Place of a step, and its condition. */
export interface StepPlace {
  /** Name of the script: `start script`, `scripts/base.sh`. */
  script: string;
  /** 1-based, in the script. */
  line: number;
  /** The command as written, shortened. */
  written: string;
  /** Test that the step depends on; null if it always runs. */
  condition: string | null;
}

export type Effect =
  | { does: 'install' | 'remove'; packages: readonly string[] }
  | { does: 'enable' | 'disable' | 'start' | 'stop'; units: readonly string[] }
  | { does: 'write'; path: string; content: Content; isAppended: boolean }
  | { does: 'replace'; path: string; pattern: string; by: string }
  | { does: 'copy'; from: string; to: string }
  | { does: 'delete'; path: string }
  /** Any other program; its output goes to `targets`. */
  | { does: 'run'; words: readonly string[]; targets: readonly string[] }
  /** A container with its image. */
  | { does: 'contain'; image: string; words: readonly string[] }
  /** Redirects the output of the script itself to a file. */
  | { does: 'log'; path: string }
  /** A program whose code is not in the workspace: its effects are unknown. */
  | { does: 'unread'; name: string };

export type Step = Effect & StepPlace;

/** A script or document that a host runs. */
export interface HostScript {
  /** Display name: `start script`, a file, a provisioner. */
  name: string;
  text: string;
  /** Set for shell scripts with any file name. */
  isShell?: true;
  /** Reads another file, which the script may run or copy, by path in the workspace or by name; null if not found. */
  readFile?: (path: string) => string | null;
}

/** Maximum number of characters in a script. User data has at most 16 KB, but image build scripts are larger. */
export const maxHostScript = 200_000;
/** Maximum number of steps on one host. */
export const maxHostSteps = 5000;
/** Maximum depth of scripts that run each other. */
export const maxHostDepth = 6;
/** Maximum number of characters of a command that are displayed. */
const LONGEST_COMMAND = 90;

/** First line of a command, shortened, for use in a sentence. */
export function shownCommand(written: string): string {
  const [first = ''] = written.trim().split('\n');
  const line = first.replace(/\s+/g, ' ');
  return line.length > LONGEST_COMMAND ? `${line.slice(0, LONGEST_COMMAND)}…` : line;
}
