import type { inventory as english } from '../en/inventory.ts';
import type { Translated } from '../say.ts';

export const inventory: Translated<typeof english> = {
  'problem.tooLarge': (a) =>
    `${a.limitMb} MB を超えるため読み取っていません。このファイル内のバージョンは不明です。`,
  'problem.unreadable': (a) =>
    `読み取れません（${a.error}）。ここにあるバージョンは不明です。アクセス権を確認してください。`,
  'problem.binary': () => 'インフラ定義のファイル名ですが、バイナリのため読み取っていません。',
  'problem.syntax': (a) =>
    `${a.line} 行目から解釈できません（${a.error}）。読めた部分だけを使い、残りは不明として扱います。`,
};
