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
  'inventory.notWritten': () =>
    'エンジンバージョンの記述がありません。データベース作成時の AWS のデフォルトが使われます。',
  'inventory.notAVersion': () => 'エンジンバージョンが文字列ではありません。',
  'inventory.partial': (a) =>
    `${a.written} は特定のリリースを指しません。データベース作成時に AWS が決定します。`,
  'inventory.notUnderstood': (a) => `${a.written} は Aurora MySQL のバージョンではありません。`,
  'inventory.noDefault': (a) => `${a.name} にはデフォルト値がなく、デプロイ時に値が決まります。`,
  'inventory.computed': (a) => `${a.expression} の値はデプロイ時まで分かりません。`,
  'inventory.autoMinorUpgrade': (a) =>
    `${a.name} では AWS によるマイナーバージョンの自動アップグレードが有効です。実際のバージョンはより新しい可能性があります。`,
};
