import type { report as english } from '../../en/checklist/report.ts';
import { part, type Translated } from '../../say.ts';

export const report: Translated<typeof english> = {
  'answer.pass': '適合',
  'answer.fail': '不適合',
  'answer.unknown': '不明',
  'answer.not-applicable': '対象外',
  'checkLevel.must': '必須',
  'checkLevel.should': '推奨',
  'checkLevel.could': '任意',
  'checklist.title': '可観測性チェックリスト',
  'checklist.tooMany': (a) =>
    `チェックリストは ${a.rows} 件の回答で打ち切りました。${a.name} 以降の ${a.left} 件のリソースは確認していません。フォルダーごとに確認してください。`,
  'checklist.gaveUp': (a) =>
    `チェックリストに時間がかかりすぎるため、${a.rows} 件の回答のうち ${a.count} 件（最初は ${a.check}）を打ち切り、不明としました。フォルダーごとに確認してください。`,
  'checklist.none': 'チェックリストの対象となるリソースはありません。',
  'checklist.fine': (a) => `適合または対象外: ${a.count} 項目`,
  'checklist.verbose': 'すべての項目とログの一覧は --verbose で表示します。',
  'checklist.summary': (a) => {
    const accepted = part(a.accepted, `、容認済み ${a.accepted}`);
    return `リソース ${a.assets} 件: 適合 ${a.pass}、不適合 ${a.fail}（必須 ${a.must}）${accepted}、不明 ${a.unknown}。リリースノート ${a.asOf} 時点。`;
  },
  'checklist.accepted': (a) => `${a.date} に容認: ${a.reason}`,
  'checklist.why': '理由',
  'checklist.found': '確認結果',
  'checklist.fix': '修正',
  'checklist.care': '注意',
  'checklist.note': '補足',
  'checklist.note.found': (a, say) => `${say(a.demand)}（不明: ${say(a.evidence)}）`,
  'checklist.note.found.known': (a, say) => `${say(a.demand)}（現状: ${say(a.evidence)}）`,
  'checklist.loop': '入れ替えのループ',
  'checklist.column.check': 'チェック',
  'checklist.column.level': 'レベル',
  'checklist.column.answer': '回答',
  'checklist.byQuestion': 'Well-Architected フレームワークの質問別',
  'wa.OPS04': 'ワークロードの状態の把握',
  'wa.OPS05': '不具合の削減と修正の適用',
  'wa.REL01': 'クォータと上限',
  'wa.REL05': '依存先の障害時のふるまい',
  'wa.REL06': 'リソースのモニタリング',
  'wa.REL08': '変更の実施',
  'wa.REL10': '障害の分離',
  'wa.REL11': 'コンポーネント障害への耐性',
};
