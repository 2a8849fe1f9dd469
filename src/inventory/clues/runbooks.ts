import type { FileLocation, Remedy, Runbook } from '../../model/index.ts';
import { linesOf, placeOf, type SourceFile } from '../../syntax/index.ts';
import { isForbidden } from './forbidden.ts';
import { isProse, passagesOf, type Passage } from './passages.ts';

// Files that describe how to stop the replacement of instances: by a command, an SDK call, or English or Japanese words.

/** Words without which a file is no runbook. */
const RUNBOOK_WORDS = new RegExp(
  [
    'suspend|detach|standby|stand-by|health.?check.?type|ReplaceUnhealthy',
    '中断|一時停止|デタッチ|切り離|スタンバイ|ヘルスチェック',
  ].join('|'),
  'i',
);

/** Files that describe the past. */
const HISTORY_FILE = /(?:^|\/)(?:changelog|history|releases?)\.\w+$/i;

/** Processes whose suspension stops the replacement of instances. */
const REPLACED_INSTANCES = /ReplaceUnhealthy|HealthCheck\b|\bTerminate\b/;

interface RemedyForm {
  remedy: Remedy;
  /** True for words, which count in documents only. Commands and calls count anywhere. */
  isWords?: true;
  pattern: RegExp;
  /** Further condition on the passage. */
  readonly holds?: (text: string, match: RegExpExecArray) => boolean;
}

const SUSPEND_PROCESSES = new RegExp(
  [
    String.raw`suspend-processes\b|\bsuspend_processes\s*\(`,
    String.raw`\bSuspendProcesses(?:Command|Input|Async|Request)?\s*\(`,
    String.raw`\bsuspendProcesses\s*\(|\bApi["']?\s*:\s*["']?SuspendProcesses`,
  ].join('|'),
  'g',
);
const DETACH = new RegExp(
  [
    String.raw`\bdetach-(?:instances|load-balancer-target-groups|traffic-sources)\b`,
    String.raw`\bdetach_(?:instances|load_balancer_target_groups|traffic_sources)\s*\(`,
    String.raw`\bDetach(?:Instances|LoadBalancerTargetGroups|TrafficSources)(?:Command)?\s*\(`,
  ].join('|'),
  'g',
);
const ENTER_STANDBY = new RegExp(
  [
    String.raw`\b(?:put|move|place|enter|set|send|switch)(?:ting|ing|s)?\b(?=[^.]{0,80}\bstand-?by\b)`,
    'スタンバイ(?:状態)?(?:に|へ)',
  ].join('|'),
  'gi',
);

const REMEDY_FORMS: readonly RemedyForm[] = [
  {
    remedy: 'suspend-processes',
    pattern: SUSPEND_PROCESSES,
    holds: stopsReplacement,
  },
  {
    remedy: 'health-check-type',
    pattern: /--health-check-type[= ]+["']?EC2\b|\bHealthCheckType\s*[=:]\s*["']EC2["'](?=[^\n]*\))/g,
  },
  {
    remedy: 'detach',
    pattern: DETACH,
  },
  {
    remedy: 'standby',
    pattern: /\benter-standby\b|\benter_standby\s*\(|\bEnterStandby(?:Command)?\s*\(/g,
  },
  {
    remedy: 'suspend-processes',
    isWords: true,
    pattern: /\b(?:suspend|pause|halt|disable)(?:ing|s|ed)?\b/gi,
    holds: (text) =>
      /ReplaceUnhealthy|replace unhealthy/i.test(text) ||
      (/\breplac(?:ing|ement)\b/i.test(text) && /instance|auto.?scaling|\bASG\b|process/i.test(text)),
  },
  {
    remedy: 'suspend-processes',
    isWords: true,
    pattern: /中断|一時停止|停止|サスペンド|止め|無効/g,
    holds: (text) => /ReplaceUnhealthy|異常な?インスタンスの(?:入れ?替え|置き?換え|交換)/.test(text),
  },
  {
    remedy: 'health-check-type',
    isWords: true,
    pattern: /\b(?:change|switch|set|flip|turn|move|modify|update|edit)(?:ing|s)?\b/gi,
    holds: (text) => /health.?check/i.test(text) && /\bto\b[^.]{0,24}\bEC2\b/.test(text),
  },
  {
    remedy: 'health-check-type',
    isWords: true,
    pattern: /EC2[^。]{0,16}(?:変更|切り?替え|切替|戻|設定|する)/g,
    holds: (text) => /ヘルスチェック/.test(text),
  },
  {
    remedy: 'detach',
    isWords: true,
    pattern: /\bdetach(?:ing|es)?\b|デタッチ|切り離/gi,
    holds: (text) => /instance|target group|インスタンス|ターゲットグループ/i.test(text),
  },
  {
    remedy: 'standby',
    isWords: true,
    pattern: ENTER_STANDBY,
    holds: (text) => /instance|インスタンス|\bstand-?by (?:state|mode)\b/i.test(text),
  },
];

/** A command or call that reverts a remedy. */
const UNDO_COMMAND = new RegExp(
  [
    String.raw`\bresume-processes\b|\bresume_processes\s*\(`,
    String.raw`\bResumeProcesses(?:Command)?\s*\(|\bresumeProcesses\s*\(`,
    String.raw`\bexit-standby\b|\bexit_standby\s*\(|\bExitStandby`,
    String.raw`\battach-(?:instances|load-balancer-target-groups|traffic-sources)\b`,
    String.raw`\battach_(?:instances|load_balancer_target_groups)\s*\(|\bAttachInstances`,
    String.raw`--health-check-type[= ]+["']?ELB\b|\bHealthCheckType\s*[=:]\s*["']ELB["'](?=[^\n]*\))`,
  ].join('|'),
);
/** Words for reverting a change. */
const UNDO_WORDS = new RegExp(
  [
    String.raw`\b(?:undo|revert|resume|roll(?:ed|ing)?[ -]?back|re-?attach|reverse)\w*\b`,
    String.raw`\b(?:switch|set|change|put|turn|move)\b[^.]{0,60}\bback\b`,
    String.raw`\bback to (?:the )?["'\`]?ELB\b|\b(?:take|bring)\b[^.]{0,40}\bout of stand-?by\b`,
    '再開|元に戻|(?:ELB|元)[^。]{0,12}戻|復帰|ロールバック|切り戻|再アタッチ|解除',
  ].join('|'),
  'i',
);

/** Literal name of a group in a command or call. Variables and placeholders do not count. */
const GROUP_NAME =
  /(?:--auto-scaling-group-name[= ]+|\bAutoScalingGroupName\s*[=:]\s*)(?:["']?)([A-Za-z0-9][\w.\-/]*)(?!["']?\s*[}>])/g;
const PLACEHOLDER_NAME = /^(?:[A-Z][A-Z0-9_-]*|(?:your|my|the|example|name|group|asg)\b.*|xxx.*)$/;

/** Places in a file that recommend or forbid a way to stop the replacement of instances. */
export function runbooksIn(source: SourceFile): Runbook[] {
  if (!RUNBOOK_WORDS.test(source.text) || HISTORY_FILE.test(source.file)) return [];
  const passages = passagesOf(source);
  const lines = linesOf(source);
  const placed = (start: number, length: number): FileLocation => placeOf(lines, start, start + length);
  const undone = undoIn(passages);
  const undo =
    undone === undefined ? null : placed(undone.start + undone.text.search(/\S/), undone.text.trim().length);
  const groups = namedGroups(source.text);
  const isWordy = isProse(source.file);
  return passages.flatMap((passage, index) => {
    const form = REMEDY_FORMS.filter(({ isWords }) => isWords !== true || isWordy)
      .flatMap((each) => remedyIn(each, passage))
      .at(0);
    if (form === undefined) return [];
    const { remedy, at, length } = form;
    return [
      {
        remedy,
        groups,
        isForbidden: isForbidden(passage, at, length, passages[index + 1]),
        undo,
        location: placed(passage.start + at, length),
      },
    ];
  });
}

/** Place of a command that reverts a remedy, even in a file without runbooks: such scripts come in pairs. */
export function undoCommandIn(source: SourceFile): FileLocation | null {
  if (!UNDO_COMMAND.test(source.text)) return null;
  const found = passagesOf(source).find(({ text }) => UNDO_COMMAND.test(text));
  if (found === undefined) return null;
  const start = found.start + found.text.search(UNDO_COMMAND);
  return placeOf(linesOf(source), start, start + 1);
}

function remedyIn(form: RemedyForm, { text }: Passage): { remedy: Remedy; at: number; length: number }[] {
  for (const match of text.matchAll(form.pattern)) {
    if (form.holds?.(text, match) ?? true)
      return [{ remedy: form.remedy, at: match.index, length: match[0].length }];
  }
  return [];
}

function undoIn(passages: readonly Passage[]): Passage | undefined {
  return (
    passages.find(({ text }) => UNDO_COMMAND.test(text)) ?? passages.find(({ text }) => UNDO_WORDS.test(text))
  );
}

/**
 * True if a command stops the replacement: without a list it suspends all processes, with a list it has to name the
 * right ones.
 */
function stopsReplacement(text: string, { index }: RegExpExecArray): boolean {
  const rest = text.slice(index);
  const list = /--scaling-processes[= ]+(.*)|\bScalingProcesses["']?\s*[=:]\s*(\[[^\]]*\]?)/i.exec(rest);
  return list === null || REPLACED_INSTANCES.test(list[1] ?? list[2] ?? '');
}

function namedGroups(text: string): string[] {
  const names = [...text.matchAll(GROUP_NAME)].map((match) => match[1] ?? '');
  return [...new Set(names.filter((name) => !PLACEHOLDER_NAME.test(name)))];
}
