import { matchesGlob } from './glob.ts';
import { AGENTS } from './agents/agents.ts';
import type { HostScript, Step } from './steps.ts';
import { stepsOfScript } from './scripts/script-steps.ts';

/** Words without quotes, blanks or shell expansions. */
const SAFE_WORD = /^[\w.+@:,/=%{}*-]{1,200}$/;
/** Configuration keys for the collected files and their destinations. */
const KEPT_KEYS: ReadonlySet<string> = new Set(
  (
    'agent logs logs_collected files collect_list file_path log_group_name log_stream_name retention_in_days ' +
    'blacklist journald units flows filepattern kinesisstream deliverystream pipeline inputs outputs input output ' +
    'name path tag match match_regex exclude_path systemd_filter auto_create_group log_retention_days stream ' +
    'delivery_stream delivery_stream_name stream_name @type type @label auto_create_stream sources sinks transforms ' +
    'include exclude group_name include_units logs_enabled file filebeat paths enabled scrape_configs static_configs ' +
    'labels __path__ clients receivers exporters service pipelines log_retention execstart standardoutput ' +
    'standarderror metrics'
  ).split(' '),
);
const SECTION_HEADER = /^\s*(?:\[{1,2}[\w.\s/-]+\]{1,2}|<\/?(?:source|match|label|store)\b[^>\n]*>)\s*$/;
/** A key at the start of a line, in any syntax: `Path /x`, `path: /x`, `- type: file`, `include = [`. */
const LINE_KEY = /^\s*(?:-\s+)?["']?(?<key>[@\w.]+)["']?\s*(?:[:=]|\s)/;
const LIST_ITEM = /^\s*(?:-\s*)?["']?\/[\w./*-]+["']?[\s,\]]*$/;
const FORWARDING_RULE = /^\s*[\w*,;.!=-]+\s+@@?[\w.:-]+\s*$|\b(?:input|action)\s*\(\s*type="\w+"/;
/** Destination address of an agent, in INI or YAML; it may contain a user name and a password. */
const DESTINATION_ADDRESS =
  /^(?<key>\s*(?:-\s+)?url\s*[:=]\s*)["']?(?<scheme>https?:\/\/)(?:\S*@)?(?<host>[\w.:[\]-]+)/i;
/** Programs that serve requests. */
const SERVER_PROGRAMS: ReadonlySet<string> = new Set(
  'node npm pm2 java gunicorn uwsgi uvicorn puma dotnet'.split(' '),
);
/** Beginnings of programs whose effects depend on code elsewhere. */
const UNREAD_PROGRAMS = 'ansible puppet chef cinc salt cfn-init nodeadm make docker-compose git'.split(' ');
/** Maximum of empty lines between two steps. */
const maxBlankLines = 200;
const END_MARK = 'ERRATA_LENS_END';

/**
 * Script reduced to the steps that a host's logs depend on: packages, services, known keys of agents' configurations.
 * User data can contain secrets, so everything else is dropped. The result has the same effects on logs.
 */
export function safeScript(script: HostScript): string {
  const lines: string[] = [];
  let last = 0;
  for (const step of stepsOfScript(script)) {
    const safe = safeLine(step);
    if (safe === null) continue;
    const command = step.condition === null ? safe : `if [ "$CONDITION" ]; then ${safe}\nfi`;
    const isSameLine = step.line === last && !(lines.at(-1) ?? '').includes('\n');
    if (isSameLine) lines.push(`${lines.pop() ?? ''}; ${command}`);
    else lines.push('\n'.repeat(blanksBefore(step.line, lines)) + command);
    last = step.line;
  }
  return lines.join('\n');
}

/** Empty lines that keep a step on its original line number, which people see. */
function blanksBefore(line: number, lines: readonly string[]): number {
  const count = lines.reduce((sum, each) => sum + each.split('\n').length, 0);
  return Math.max(0, Math.min(line - 1 - count, maxBlankLines));
}

function safeLine(step: Step): string | null {
  switch (step.does) {
    case 'install':
    case 'remove': {
      const named = step.packages.filter((name) => SAFE_WORD.test(name) && !/^https?:/.test(name));
      return named.length === 0 ? null : `dnf ${step.does} -y ${named.join(' ')}`;
    }
    case 'enable':
    case 'disable':
    case 'start':
    case 'stop': {
      const units = step.units.filter((unit) => SAFE_WORD.test(unit));
      return units.length === 0 ? null : `systemctl ${step.does} ${units.join(' ')}`;
    }
    case 'write':
      return writtenLines(step);
    case 'delete':
      return SAFE_WORD.test(step.path) ? `rm ${step.path}` : null;
    case 'copy':
      return [step.from, step.to].every((path) => SAFE_WORD.test(path)) ? `cp ${step.from} ${step.to}` : null;
    case 'replace':
      return null;
    case 'log':
      return SAFE_WORD.test(step.path) ? `exec > ${step.path}` : null;
    case 'run':
      return programLine(step);
    case 'contain':
      return SAFE_WORD.test(step.image) ? `docker run ${step.image}` : null;
    case 'unread':
      return unreadLine(step.name);
  }
}

/** Name and output file of a program that serves requests; an agent's own command with its options; null for others. */
function programLine({ words, targets }: Extract<Step, { does: 'run' }>): string | null {
  const [program = '', ...rest] = words;
  const name = program.slice(program.lastIndexOf('/') + 1);
  const isControl = AGENTS.some(({ control }) => control?.test(name) === true);
  if (isControl) return [name, ...rest.filter((word) => SAFE_WORD.test(word))].join(' ');
  if (!SERVER_PROGRAMS.has(name)) return null;
  const output = targets.find((target) => target.startsWith('/') && SAFE_WORD.test(target));
  return output === undefined ? name : `${name} >> ${output}`;
}

function writtenLines({ path, content }: Extract<Step, { does: 'write' }>): string | null {
  if (!SAFE_WORD.test(path)) return null;
  if (content.from === 'parameter')
    return SAFE_WORD.test(content.name) ? `aws ssm get-parameter --name ${content.name} > ${path}` : null;
  if (content.from === 'object')
    return SAFE_WORD.test(content.name) ? `aws s3 cp ${content.name} ${path}` : null;
  if (content.from !== 'text' || !mayHoldConfig(path, content.text)) return null;
  const text = safeConfig(content.text);
  return text === '' ? null : `cat > ${path} <<'${END_MARK}'\n${text}\n${END_MARK}`;
}

/** True for files that agents read or units are defined in, and for JSON with log settings at any path. */
function mayHoldConfig(path: string, text: string): boolean {
  const isOfAgent = AGENTS.some(({ configs }) =>
    configs.some((pattern) => matchesGlob(pattern.replace(/\*$/, '**'), path)),
  );
  return isOfAgent || /\/systemd\/system\//.test(path) || /"(?:logs_collected|flows)"/.test(text);
}

/** Lines with known keys; of JSON, the fields. */
function safeConfig(text: string): string {
  try {
    const known = safeValue(JSON.parse(text));
    return known === undefined ? '' : JSON.stringify(known);
  } catch {
    // A broken document stays broken, without its content.
    if (text.trim().startsWith('{')) return '{';
    return text.split('\n').map(lineWithoutPath).filter(isKeptLine).join('\n');
  }
}

function isKeptLine(line: string): boolean {
  if ([SECTION_HEADER, LIST_ITEM, FORWARDING_RULE].some((pattern) => pattern.test(line))) return true;
  const key = LINE_KEY.exec(line)?.groups?.['key']?.toLowerCase() ?? '';
  return key === 'url' || KEPT_KEYS.has(key.replace(/^.*\./, ''));
}

/** Line whose address is reduced to its host: `url: https://user:word@logs/x` becomes `url: https://logs`. */
function lineWithoutPath(line: string): string {
  const { key = '', scheme = '', host } = DESTINATION_ADDRESS.exec(line)?.groups ?? {};
  return host === undefined ? line : `${key}${scheme}${host}`;
}

function safeValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(safeValue);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([key]) => KEPT_KEYS.has(key.toLowerCase()));
  return Object.fromEntries(fields.map(([key, field]) => [key, safeValue(field)]));
}

/** Command for a program whose code is elsewhere: an address without its query, or the program's name. */
function unreadLine(name: string): string {
  const url = /https?:\/\/[\w.-]+(?:\/[\w./-]*)?/.exec(name)?.[0];
  if (url !== undefined) return `curl ${url} | bash`;
  const [program = ''] = name.split(/\s+/);
  if (program === 'git') return 'git clone';
  return UNREAD_PROGRAMS.some((name) => program.startsWith(name)) ? program : 'bash /unread.sh';
}
