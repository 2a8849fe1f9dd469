import { linesOf } from '../../../syntax/index.ts';
import {
  type Command,
  commandName,
  type Part,
  parseShell,
  plainText,
  scriptOf,
  type Word,
} from '../../../syntax/shell/index.ts';
import { Variables } from '../../../values/index.ts';
import {
  type Effect,
  type HostScript,
  maxHostDepth,
  maxHostScript,
  maxHostSteps,
  shownCommand,
  type Step,
  type StepPlace,
} from '../steps.ts';
import { shellCondition, NEVER_RUNS, type Tests, testsIn } from './conditions.ts';
import { packageEffects } from './packages.ts';
import { fetchedBy, fileEffects, isShell } from './programs.ts';
import { serviceEffects } from './services.ts';

/** Programs that only run another one, with the number of their own words. */
const WRAPPERS: Readonly<Record<string, number>> = {
  ...{ sudo: 0, env: 0, nohup: 0, time: 0, nice: 0, exec: 0, command: 0, builtin: 0, retry: 0, setsid: 0 },
  ...{ timeout: 1, xargs: 0, stdbuf: 0, ionice: 0, chroot: 1 },
};
/** Programs whose effects depend on code of their own. */
const UNREAD_PROGRAMS: ReadonlySet<string> = new Set(
  (
    'ansible-pull ansible-playbook puppet chef-client chef-solo cinc-client salt-call salt-minion cfn-init nodeadm ' +
    'bootstrap.sh make docker-compose git'
  ).split(' '),
);
/** `exec > >(tee -a /var/log/user-data.log | logger -t user-data) 2>&1` */
const OWN_OUTPUT = /^[ \t]*exec[ \t]+[12&]?>[^\n]*/gm;

/** Steps of a shell script. */
export function stepsOfShell(script: HostScript, depth = 0): Step[] {
  return new ShellSteps(script, depth).steps();
}

class ShellSteps {
  readonly #script: HostScript;
  readonly #text: string;
  readonly #depth: number;
  readonly #commands: readonly Command[];
  readonly #variables: Variables;
  readonly #starts: readonly number[];
  /** Contents of files that the script has written so far: it may run or copy them. */
  readonly #written = new Map<string, string>();
  readonly #running = new Set<string>();
  readonly #tests: Tests;
  /** Commands of functions, by function name. */
  readonly #functions: ReadonlyMap<string | null, readonly Command[]>;
  /** Remaining steps: functions can call each other. */
  #left = maxHostSteps;

  constructor(script: HostScript, depth: number) {
    this.#script = script;
    this.#text = script.text.slice(0, maxHostScript);
    this.#depth = depth;
    const source = { file: script.name, text: this.#text };
    this.#commands = parseShell(this.#text);
    this.#variables = new Variables(scriptOf(source), this.#commands);
    this.#starts = linesOf(source).starts;
    this.#tests = testsIn(this.#commands);
    this.#functions = Map.groupBy(this.#commands, functionOf);
  }

  steps(): Step[] {
    const steps = [...this.#text.matchAll(OWN_OUTPUT)].flatMap(({ 0: command, index }): Step[] => {
      const log = logFileOf(command);
      if (log === null) return [];
      const written = shownCommand(command.slice(0, log.end));
      const place = { script: this.#script.name, line: this.#lineAt(index), written, condition: null };
      return [{ does: 'log', path: log.path, ...place }];
    });
    return [...steps, ...this.#stepsOf(this.#functions.get(null) ?? [], null)];
  }

  #stepsOf(commands: readonly Command[], outer: string | null): Step[] {
    const steps: Step[] = [];
    for (const [i, command] of commands.entries()) {
      if (--this.#left < 0) break;
      if (command.isSubstituted === true && !isShell(commandName(command.words))) continue;
      const condition = shellCondition(
        command,
        commands.slice(Math.max(0, i - 8), i),
        this.#tests,
        this.#text,
      );
      if (condition === NEVER_RUNS) continue;
      const words = this.#unwrapped(command.words);
      if (commandName(words) === 'exit' && condition === null && outer === null) break;
      const place = this.#placeOf(command, condition ?? outer);
      steps.push(...this.#effectsOf(command, words, place, commands, i));
    }
    return steps;
  }

  #effectsOf(
    command: Command,
    words: readonly Word[],
    place: StepPlace,
    commands: readonly Command[],
    nth: number,
  ): Step[] {
    const name = commandName(words);
    const called = this.#functions.get(name) ?? [];
    if (name !== '' && called.length > 0 && !this.#running.has(name)) {
      this.#running.add(name);
      const steps = this.#stepsOf(called.map(withoutFunction), place.condition);
      this.#running.delete(name);
      return steps;
    }
    const inner = this.#innerScript(command, words, commands, nth);
    if (inner !== null) return this.#innerSteps(inner, place);
    const ways = words.length === 0 ? [words] : this.#variables.commandsOf(words);
    const isOne = ways.length === 1;
    return ways.flatMap((way) => {
      const own = isOne ? place : { ...place, condition: place.condition ?? place.written };
      const effects = this.#effectsOfWords(command, this.#unwrapped(way), commands, nth);
      return effects.map((effect) => ({ ...effect, ...own }));
    });
  }

  #effectsOfWords(
    command: Command,
    words: readonly Word[],
    commands: readonly Command[],
    nth: number,
  ): Effect[] {
    const name = commandName(words);
    const texts = words.slice(1).flatMap((word) => this.#textsOf(word));
    const files = fileEffects(name, texts, this.#fileInput(command, words, commands, nth));
    for (const effect of files)
      if (effect.does === 'write' && effect.content.from === 'text') {
        const before = effect.isAppended ? (this.#written.get(effect.path) ?? '') : '';
        this.#written.set(effect.path, before + effect.content.text);
      }
    const effects = packageEffects(name, texts) ?? serviceEffects(name, texts, this.#pathOf(words));
    if (effects !== null) return [...effects, ...files];
    if (name === '') return files;
    if (UNREAD_PROGRAMS.has(name) && !(name === 'git' && texts[0] !== 'clone'))
      return [...files, { does: 'unread', name: shownCommand([name, ...texts].join(' ')) }];
    const targets = command.targets.flatMap((word) => this.#textsOf(word));
    return [...files, { does: 'run', words: [this.#pathOf(words), ...texts], targets }];
  }

  /** Script that a command passes to a shell: `bash -c '…'`, `bash <<EOF`, a file written earlier. */
  #innerScript(
    command: Command,
    words: readonly Word[],
    commands: readonly Command[],
    nth: number,
  ): { script: HostScript; line: number } | { unread: string; isUrl: boolean } | null {
    const name = commandName(words);
    const path = this.#pathOf(words);
    const runsFile = isShell(name) || name === 'source' || name === '.' || path.includes('/');
    if (!runsFile) return null;
    const before = commands[nth - 1];
    if (isShell(name) && command.operatorBefore === '|' && before !== undefined) {
      const url = fetchedBy(this.#unwrapped(before.words).flatMap((word) => this.#textsOf(word)));
      if (url !== null) return { unread: url, isUrl: true };
    }
    const heredoc = command.heredocs[0];
    if (isShell(name) && heredoc !== undefined)
      return this.#inner(this.#text.slice(heredoc.start, heredoc.end), this.#lineAt(heredoc.start));
    const options = words.slice(1);
    const option = options.findIndex((word) => /^-[a-z]*c$/.test(plainText(word) ?? ''));
    const given = options[option + 1];
    if (isShell(name) && option >= 0 && given !== undefined) {
      const url = /https?:\/\/[^\s"')]+/.exec(this.#text.slice(given.start, given.end))?.[0];
      if (given.parts.some(({ kind }) => kind === 'output') && url !== undefined)
        return { unread: url, isUrl: true };
      return this.#inner(this.#textsOf(given)[0] ?? '', this.#lineAt(given.start));
    }
    const isProcess = isShell(name) && /<\(\s*(?:curl|wget)\b/.test(this.#lineFrom(command));
    const url = isProcess ? /https?:\/\/[^\s"')]+/.exec(this.#lineFrom(command))?.[0] : undefined;
    if (url !== undefined) return { unread: url, isUrl: true };
    const file =
      isShell(name) || name === 'source' || name === '.'
        ? (options.flatMap((word) => this.#textsOf(word)).find((text) => !text.startsWith('-')) ?? '')
        : path;
    const text = this.#written.get(file) ?? this.#script.readFile?.(file) ?? null;
    if (text !== null) return { script: { ...this.#script, name: file, text }, line: 0 };
    // Programs in system folders are binaries; any other path is a custom script.
    const isScript = isShell(name) || name === 'source' || name === '.' || /\.(?:sh|bash)$/.test(file);
    return isScript && file !== '' && !/^\/etc\/(?:profile|os-release|environment|bashrc)/.test(file)
      ? { unread: file, isUrl: false }
      : null;
  }

  #inner(text: string, line: number): { script: HostScript; line: number } {
    return { script: { ...this.#script, text }, line: line - 1 };
  }

  #innerSteps(
    inner: { script: HostScript; line: number } | { unread: string; isUrl: boolean },
    place: StepPlace,
  ): Step[] {
    if ('unread' in inner)
      return inner.isUrl
        ? [
            { does: 'install', packages: [inner.unread], ...place },
            { does: 'unread', name: inner.unread, ...place },
          ]
        : [{ does: 'unread', name: inner.unread, ...place }];
    if (this.#depth >= maxHostDepth) return [{ does: 'unread', name: inner.script.name, ...place }];
    return stepsOfShell(inner.script, this.#depth + 1).map((step) => ({
      ...step,
      line: step.line + inner.line,
      condition: step.condition ?? place.condition,
    }));
  }

  /**
   * Text that a command writes into files: its heredoc or that of the previous command in a pipe, or the words of
   * `echo`.
   */
  #fileInput(
    command: Command,
    words: readonly Word[],
    commands: readonly Command[],
    nth: number,
  ): Parameters<typeof fileEffects>[2] {
    const targets = command.targets.flatMap((word) =>
      this.#textsOf(word).map((file) => ({ file, isAppended: this.#isAppended(word) })),
    );
    const input: Command[] = [command];
    for (let i = nth; input[0]?.operatorBefore === '|' && i > 0; i--)
      input.unshift(commands[i - 1] ?? command);
    const printed = input.flatMap((each): string[] => {
      const [heredoc] = each.heredocs;
      if (heredoc !== undefined) return [this.#heredocText(heredoc, each)];
      const printing = each === command ? words : this.#unwrapped(each.words);
      const name = commandName(printing);
      if (name !== 'echo' && name !== 'printf') return [];
      const texts = printing.slice(1).flatMap((word) => this.#textsOf(word));
      return [
        name === 'echo'
          ? `${texts.filter((text) => !/^-[neE]+$/.test(text)).join(' ')}\n`
          : printfText(texts),
      ];
    });
    const fetching = input.map((each) => this.#unwrapped(each.words).flatMap((word) => this.#textsOf(word)));
    const isDecoded = fetching.some(
      ([name, ...rest]) => name === 'base64' && rest.some((o) => /^-(?:d|-decode)/.test(o)),
    );
    return { targets, printed: printed[0] ?? null, fetching, isDecoded };
  }

  #heredocText({ start, end }: { start: number; end: number }, command: Command): string {
    const text = this.#text.slice(start, end);
    const from = command.words[0]?.start ?? start;
    const operator = /<<(?<dash>-?)[ \t]*(?<quote>["'\\]?)/.exec(this.#text.slice(from, start));
    const lines = operator?.groups?.['dash'] === '-' ? text.replace(/^\t+/gm, '') : text;
    if (operator?.groups?.['quote'] !== '') return lines;
    return lines.replace(/\\?\$\{?(\w+)\}?/g, (written, name: string) => {
      if (written.startsWith('\\')) return written.slice(1);
      const known = this.#variables.valuesForInnerScript(name);
      return known.length === 1 ? (known[0]?.text ?? written) : written;
    });
  }

  #isAppended(word: Word): boolean {
    return />>\s*["']?$/.test(this.#text.slice(Math.max(0, word.start - 6), word.start));
  }

  /** Texts of a word: several in a loop. Unknown variables stay as written. */
  #textsOf(word: Word): string[] {
    const plain = plainText(word);
    if (plain !== null) return [plain];
    const isEach = this.#variables.takesAllValues(word);
    const results = this.#variables.resolve(word, '');
    const known = results.flatMap((result) => (result.kind === 'scalar' ? [result.text] : []));
    if (known.length === results.length && known.length > 0 && (isEach || known.length === 1)) {
      // An unquoted variable is split into words.
      const isQuoted = /^["']/.test(this.#text.slice(word.start, word.end));
      return isQuoted ? known : known.flatMap((text) => text.split(/\s+/).filter((part) => part !== ''));
    }
    return [word.parts.map((part) => this.#partText(part, word)).join('')];
  }

  #partText(part: Part, word: Word): string {
    if (part.kind === 'text') return part.text;
    const [only, ...others] = this.#variables.resolve({ ...word, parts: [part] }, '');
    if (only?.kind === 'scalar' && others.length === 0) return only.text;
    return this.#text.slice(part.start, part.end);
  }

  #pathOf(words: readonly Word[]): string {
    return words[0] === undefined ? '' : (this.#textsOf(words[0])[0] ?? '');
  }

  /** Words of a command without leading programs that only run it. */
  #unwrapped(words: readonly Word[]): readonly Word[] {
    let rest = words;
    for (;;) {
      const own = WRAPPERS[commandName(rest)];
      if (own === undefined || rest.length < 2) return rest;
      rest = rest.slice(1);
      while (/^-|^\w+=/.test(plainText(rest[0]) ?? '')) {
        const takes = /^-[ugC]$/.test(plainText(rest[0]) ?? '') ? 2 : 1;
        rest = rest.slice(takes);
      }
      rest = rest.slice(own);
    }
  }

  #placeOf({ words, assignments, heredocs }: Command, condition: string | null): StepPlace {
    const start = words[0]?.start ?? assignments[0]?.nameRange.start ?? heredocs[0]?.start ?? 0;
    const end = words.at(-1)?.end ?? start;
    return {
      ...{ script: this.#script.name, line: this.#lineAt(start), condition },
      written: shownCommand(this.#text.slice(start, end)),
    };
  }

  #lineFrom({ words }: Command): string {
    const start = words[0]?.start ?? 0;
    const end = this.#text.indexOf('\n', start);
    return this.#text.slice(start, end < 0 ? undefined : end);
  }

  #lineAt(offset: number): number {
    const after = this.#starts.findIndex((start) => start > offset);
    return after < 0 ? this.#starts.length : after;
  }
}

/** Log file of a redirection, also through another program; null if there is none. */
function logFileOf(redirection: string): { path: string; end: number } | null {
  for (const { 0: word, index } of redirection.matchAll(/\/[\w./-]+/g)) {
    const path = /^\/.+\.log\b/.exec(word)?.[0];
    if (path !== undefined) return { path, end: index + path.length };
  }
  return null;
}

/** Innermost function around a command; null at the top level. */
function functionOf({ blocksAround = [] }: Command): string | null {
  return blocksAround.findLast(({ block }) => block.isFunction)?.block.word ?? null;
}

function withoutFunction(command: Command): Command {
  const at = (command.blocksAround ?? []).findLastIndex(({ block }) => block.isFunction);
  return { ...command, blocksAround: (command.blocksAround ?? []).slice(at + 1) };
}

/** Output of `printf` for a format with its arguments; only `%s` is supported. */
function printfText([format = '', ...texts]: readonly string[]): string {
  let nth = 0;
  return format
    .replace(/\\n/g, '\n')
    .replace(/\\t/g, '\t')
    .replace(/%s/g, () => texts[nth++] ?? '');
}
