import { commandName, plainText, type Command, type Word } from '../../syntax/shell/index.ts';

// Commands that only query. Their arguments count as unused, unless the answer is used.

/** Tools and their queries; `unless`: a word that turns one into an action. */
const QUERY_COMMANDS: readonly { tool: RegExp; asks: RegExp; unless?: RegExp }[] = [
  {
    tool: /^(?:micro)?(?:dnf|yum)\d?$|^repoquery$/,
    asks: new RegExp(
      `^(?:${[
        ...['repoquery', 'list', 'info', 'search', '(?:what)?provides', 'deplist', 'repolist'],
        ...['repoinfo', 'check(?:-update|-release-update)?', 'updateinfo', 'history'],
        ...['makecache', 'clean', 'help'],
      ].join('|')})$`,
    ),
    unless: /^(?:install|update|upgrade|distro-sync|downgrade)$/,
  },
  { tool: /^aws$/, asks: /^(?:describe|list|get|search|filter|help)(?:-|$)/ },
  {
    tool: /^(?:docker|podman|nerdctl|finch)$/,
    asks: /^(?:images|inspect|search|history|ls|rmi|rm|manifest|scout)$/,
  },
  { tool: /^(?:crane|skopeo|regctl)$/, asks: /^(?:digest|manifest|config|ls|list-tags|inspect)$/ },
  { tool: /^(?:eksctl|kubectl)$/, asks: /^(?:get|describe|explain|info)$/ },
];
/** Commands that print or test an answer without using it. */
const PRINTING_COMMANDS: ReadonlySet<string> = new Set(
  'echo printf log info [ [[ test if unset jq grep'.split(' '),
);
/** Maximum number of words before the verb of a query: the service, options with values. */
const MAX_WORDS_TO_VERB = 12;
/** Commands that use the previous command's answer from a pipe. */
const USES_PIPED_INPUT = /^(?:xargs|read|while|parallel|tee|source)$/;
/** Number of commands above which a script is assumed to use its queries: following an answer scans every command. */
const maxCommands = 3_000;
const NO_FILE = /^(?:\/dev\/(?:null|stdout|stderr|tty)|&?[12])$/;

/** Uses of query answers in a script. */
export class QueryAnswers {
  readonly #commands: readonly Command[];
  readonly #text: string;

  constructor(commands: readonly Command[], text: string) {
    this.#commands = commands;
    this.#text = text;
  }

  /** True for a command that only queries, and whose answer is unused. */
  isUnusedQuery(command: Command, next: Command | undefined): boolean {
    if (this.#commands.length > maxCommands || !isQuery(command.words)) return false;
    if (command.isSubstituted === true) return this.#isOnlyPrinted(command);
    if (writesFile(command)) return false;
    return !USES_PIPED_INPUT.test(nameOfCommand(next)) && !this.#isOfFunctionInUse(command);
  }

  /** True if the answer is only printed. False if an unused variable stores it: another script may use that. */
  #isOnlyPrinted(command: Command): boolean {
    const at = command.words[0]?.start ?? -1;
    const referencesVariable = this.#commands
      .flatMap(({ assignments }) => assignments)
      .filter(({ values }) => values.some(({ start, end }) => start <= at && at < end))
      .map(({ name }) => name);
    const [name] = referencesVariable;
    return name === undefined
      ? this.#isInside(command, (other) => PRINTING_COMMANDS.has(nameOfCommand(other)))
      : this.isOnlyPrinted(name);
  }

  /** True if a script uses a variable, but only to print or compare it. */
  isOnlyPrinted(name: string): boolean {
    if (this.#commands.length > maxCommands) return false;
    const users = this.#commands.filter((other) => usesVariable(other, name));
    const isPrintedOnly = users.length > 0 && users.every((other) => prints(other));
    return isPrintedOnly && !this.#isUsedInText(name);
  }

  /** True if the command around a substitution is of a given kind. */
  #isInside(command: Command, isKind: (other: Command) => boolean): boolean {
    const at = command.words[0]?.start ?? -1;
    const around = this.#commands.filter(
      (other) => other !== command && other.words.some(({ start, end }) => start <= at && at < end),
    );
    return around.length > 0 && around.every(isKind);
  }

  /** True for a use in a heredoc, or in another assignment. */
  #isUsedInText(name: string): boolean {
    const reference = new RegExp(`\\$\\{?${name}\\b`);
    return this.#commands.some(
      ({ heredocs, assignments }) =>
        heredocs.some(({ start, end }) => reference.test(this.#text.slice(start, end))) ||
        assignments.some(({ values }) => values.some((value) => names(value, name))),
    );
  }

  /** True if a function prints the answer to a caller's substitution. */
  #isOfFunctionInUse({ words }: Command): boolean {
    const before = this.#text.slice(0, words[0]?.start ?? 0);
    const opened = [
      ...before.matchAll(/^[ \t]*(?:function[ \t]+)?([\w-]{1,80})[ \t]*(?:\(\)[ \t]*)?\{/gm),
    ].at(-1);
    if (opened === undefined || /^\}/m.test(before.slice(opened.index))) return false;
    const name = opened[1] ?? '';
    return (
      this.#text.includes(`$(${name}`) || this.#text.includes(`\`${name}`) || this.#text.includes(`<(${name}`)
    );
  }
}

function isQuery(words: readonly Word[]): boolean {
  const tool = commandName(words);
  const question = QUERY_COMMANDS.find((each) => each.tool.test(tool));
  if (question === undefined) return false;
  const verbs = words.slice(tool === 'repoquery' ? 0 : 1, MAX_WORDS_TO_VERB);
  return (
    verbs.some((verb) => question.asks.test(plainText(verb) ?? '')) &&
    !words.some((word) => question.unless?.test(plainText(word) ?? '') === true)
  );
}

function writesFile({ targets }: Command): boolean {
  return targets.some((target) => !NO_FILE.test(plainText(target) ?? ''));
}

function prints(command: Command): boolean {
  return PRINTING_COMMANDS.has(nameOfCommand(command)) && !writesFile(command);
}

function nameOfCommand(command: Command | undefined): string {
  return command === undefined ? '' : commandName(command.words);
}

function usesVariable({ words, targets }: Command, name: string): boolean {
  return [...words, ...targets].some((word) => names(word, name));
}

function names({ parts }: Word, name: string): boolean {
  return parts.some((part) => part.kind === 'variable' && part.name === name);
}
