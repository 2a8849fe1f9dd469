import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Phrases that read as translated, each with a better one: docs/contributing/terms.md has the terms. */
const BETTER: readonly (readonly [old: RegExp, better: string])[] = [
  [/\bmust fail\b/, 'N required checks failed'],
  [/\bLeave [“"].*out here\b/, 'Suppress … on this line'],
  [/\bwho they are was asked\b/, 'Only caller identities have been requested'],
  [/\bsince when it exists\b/, 'introduced in: unknown'],
  [/\bafter this branch began\b/, 'fixed in X; not listed for Y'],
  [/\bby itself\b(?=.*\bAWS\b)|\bAWS\b.*\bby itself\b/, 'automatically'],
  [/\bstands before the\b/, 'is in front of the'],
  [/\bis no (?:current|documented|known|http)\b/, 'is not a'],
  [/\bcollides? anew|connects anew|begins anew\b/, 'again'],
  [/\bNothing is known of what it\b/, 'What it declares is unknown'],
  [/\bSends its reader on\b/, 'Redirects to'],
  [/\b(?:First|Next) look\b|\bThe look failed\b/, 'check'],
  [/\btells? of an operating system upgrade\b/, 'also upgrades the instance OS'],
  [/\bown known issues?\b.*\byour team\b/, 'issues recorded by your team'],
  [/\bas near as can be\b/, 'fixes the most urgent bugs'],
  [/\bthe notes do not tell\b/, 'undetermined'],
  [/\breachable in place\b/i, 'In-place upgrade supported'],
  [/\bwhat it lacks\b/, 'missing fixes unknown'],
  [/\bdoes not mean nothing\b/, 'unknown'],
  [/\bnot behind by itself\b/, 'Not pinned: deployments may get different images'],
  [/\bGo to Amazon Linux\b/, 'Migrate to Amazon Linux'],
  [/\bis past its end of support\b/, 'reached end of support on …'],
  [/\bit is of stays open\b/, 'Matches more than one declaration'],
  [/\breally runs\b/i, 'Running in AWS'],
  [/\blooked just now\b/, 'checked just now'],
  [/\bnearness\b/i, 'a match does not prove the cause'],
  [/\bis not one release\b/, 'is not a release'],
  [/\bNothing here that\b/, 'No clusters or Auto Scaling groups found'],
  [/'Mind'/, 'Caveats'],
  [/\bdrawn once\b/, 'a random minute, fixed per machine'],
  [/\bits source gave none\b/, 'could not be loaded'],
  [/\bcannot be told\b/, 'cannot be determined'],
  [/\bknown only when (?:it is )?deployed\b/, 'known only at deployment'],
  [/\bproves? nothing\b/, 'unlisted bugs can exist too'],
  [/\bends? no loop\b/, 'does not stop the loop'],
  [/\bis not there any more\b/, 'no longer exists'],
  [/\bchanged its form\b/, 'its format may have changed'],
  [/\bas its notes tell\b/, 'according to its notes'],
  [/\bbut not which release of it\b/, 'release unknown'],
  [/\bKnown ones stay\b|\bthat were known stay\b/, 'known ones are kept'],
  [/\bfits too many bugs\b/, 'too many bugs match'],
  [/\bTo tell it apart\b/, 'Check whether these are involved'],
  [/\bwhich does not mean that there is none\b/, 'unlisted ones can exist'],
  [/\bhas another address now\b/, 'has moved'],
  [/\bchargeable\b/, 'Extended Support billed since …'],
  [/\bone of both\b/, 'one of the two'],
  [/\bwhat stands (?:here|there)\b/i, 'the value here, that part'],
  [/\bis only known at\b/, 'is known only at deployment'],
  [/\bnew clusters can be made of\b/, 'new clusters can use …'],
  [/\bour choice\b/, 'our suggestion'],
  [/\bthe watch is alive\b/i, 'the watch is running'],
  [/資格情報/, '認証情報'],
  [/重大度/, '深刻度'],
  [/メンテナンス時間帯/, 'メンテナンスウィンドウ'],
  [/パラメーター|メモリー/, 'パラメータ、メモリ'],
  [/[ぁ-んァ-ヶ一-龠][ ]?\((?![^)]*\$\{)|\)[ぁ-んァ-ヶ一-龠]/, '（）'],
  [/[ぁ-んァ-ヶ一-龠][!?](?=[`'])/, '。'],
  [/このまま使い続けて問題ありません/, '現在のバージョンの継続を推奨します'],
  [/残存が最も少ない最も近い/, '残る不具合が最も少ない最寄りのリリース'],
  [/(?<!リリース)ノート(?!ブック)/, 'リリースノート'],
];

/** Texts for readers: sentences and documents. */
function readTexts(): [file: string, text: string][] {
  const sources = ['src/l10n', 'src/extension/manifest/sentences'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => `${folder}/${file}`),
  );
  const documents = readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md') && path.basename(file) !== 'terms.md')
    .map((file) => `docs/${file}`);
  return [...sources, ...documents, 'README.md'].map((file) => [
    file,
    readFileSync(path.join(ROOT, file), 'utf8'),
  ]);
}

test('no sentence contains a known phrase that reads as translated', () => {
  const found = readTexts().flatMap(([file, text]) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        BETTER.filter(([old]) => old.test(line)).map(
          ([old, better]) => `${file}:${index + 1}: ${String(old)}: rather “${better}”`,
        ),
      ),
  );
  assert.deepEqual(found, []);
});
