import { answeredOnceEach } from '../../../../model/index.ts';
import { type HclFile, type Visitor, visitReferences } from '../../../../syntax/index.ts';

/** An argument of option groups, which go by a line of versions: what only it reads is the version of nothing. */
const LINE_OF_VERSIONS = 'major_engine_version';
const LEFT_OUT: ReadonlySet<string> = new Set([LINE_OF_VERSIONS, 'validation']);
const NAME = '[\\p{ID_Start}_][\\p{ID_Continue}-]*';
const REFERENCE = new RegExp(`\\b${LINE_OF_VERSIONS}\\s*=.*|\\b(var|local)\\.(${NAME})`, 'gu');
const DATA = new RegExp(String.raw`\bdata\.(${NAME})\.(${NAME})(?:\s*\[\s*"([^"$\n]*)"\s*\])?`, 'gu');

export type References = ReadonlyMap<string, number>;

/**
 * The variables and locals (`var.x`, `local.y`) that code refers to; a variable's own validation does not count, nor does
 * the line of versions of an option group. With how often it does.
 */
export const referencesIn = answeredOnceEach((files: readonly Pick<HclFile, 'body'>[]): References => {
  const found = new Map<string, number>();
  visitFiles(files, {
    reference({ root, steps: [first] }) {
      if ((root === 'var' || root === 'local') && first?.kind === 'attribute')
        count(`${root}.${first.name}`, found);
    },
    // Roughly: a comment counts too. It only decides whether a value counts as used.
    text(text) {
      for (const [, root, name] of text.matchAll(REFERENCE)) {
        if (root !== undefined && name !== undefined) count(`${root}.${name}`, found);
      }
    },
  });
  return found;
});

/**
 * The instances of a data source that code takes, by the key that is written there: `data.aws_ssm_parameter.image["arm"]`;
 * null among them where any of them may be taken: by a key that is only known later, or all together.
 */
export function keysTaken(type: string, name: string, files: readonly HclFile[]): ReadonlySet<string | null> {
  const keys = new Set<string | null>();
  visitFiles(files, {
    reference({ root, steps: [first, second, third] }) {
      const isOurs =
        root === 'data' &&
        first?.kind === 'attribute' &&
        first.name === type &&
        second?.kind === 'attribute' &&
        second.name === name;
      if (!isOurs) return;
      const key = third?.kind === 'index' && third.key.kind === 'literal' ? third.key.value : null;
      keys.add(typeof key === 'string' ? key : null);
    },
    text(written) {
      for (const [, ofType, named, key = null] of written.matchAll(DATA))
        if (ofType === type && named === name) keys.add(key);
    },
  });
  return keys;
}

function visitFiles(files: readonly Pick<HclFile, 'body'>[], visitor: Omit<Visitor, 'leavesOut'>): void {
  for (const { body } of files) visitReferences(body, { ...visitor, leavesOut: LEFT_OUT });
}

function count(name: string, found: Map<string, number>): void {
  found.set(name, (found.get(name) ?? 0) + 1);
}
