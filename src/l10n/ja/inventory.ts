import type { inventory as english } from '../en/inventory.ts';
import { part, type Translated } from '../say.ts';
import { writtenVersion } from '../written-version.ts';

export const inventory: Translated<typeof english> = {
  'problem.tooLarge': (a) =>
    `${a.limitMb} MB を超えるため読み取っていません。このファイル内のバージョンは不明です。`,
  'problem.tooManyFolders': (a) =>
    `フォルダーが ${a.most} を超えるため、最後まで読み取っていません。残りの内容は不明です。個別にスキャンしてください。`,
  'problem.moreThanBrowserReads': (a) =>
    `最後まで読み取っていません。ブラウザーで読み取るのは、1 つのフォルダーにつき ${a.files} ファイル、${a.limitMb} MB までです。残りの内容は不明です。デスクトップ版の拡張機能であれば読み取れます。`,
  'problem.noPermission':
    '読み取り権限がないため、ここにあるバージョンは不明です。読み取り権限を付けるか、除外設定のファイルで除外してください。',
  'problem.utf16': 'このファイルは UTF-16 です。UTF-16 として読み取りました。',
  'problem.unreadable': (a) => `読み取れないため（${a.error}）、ここにあるバージョンは不明です。`,
  'problem.linkOutside':
    '読み取りを許可されたフォルダーの外を指すリンク、または参照先のないリンクのため、読み取っていません。この内容は不明です。',
  'problem.binary': 'インフラ定義のファイル名ですが、バイナリのため読み取っていません。',
  'problem.tookTooLong':
    '時間がかかりすぎるため読み取りを中止しました。この内容は不明です。ほかのファイルはすべて読み取りました。',
  'problem.tookTooMuchMemory':
    'メモリを使いすぎるため読み取りを中止しました。この内容は不明です。ほかのファイルはすべて読み取りました。',
  'problem.endedReader':
    '解析器が停止したため読み取れませんでした。この内容は不明です。ほかのファイルはすべて読み取りました。',
  'problem.notFollowed':
    '同じ記述の繰り返しか誤りが多すぎて構文を解析できないため、読み取っていません。この内容は不明です。',
  'problem.followedInPart':
    '一部だけ読み取りました: 1 つのプログラムで追跡できる上限を超えています。残りの内容は不明です。',
  'problem.staleTemplate': (a) =>
    `${a.program} の最終変更より前に生成されたため、プログラム自体の記述を使います。cdk synth を実行すると最新になります。`,
  'problem.syntax': (a) =>
    `${a.line} 行目を解釈できません（${a.error}）。その箇所は不明として扱い、このファイルのほかの読める部分を使います。`,
  'problem.syntax.end': (a) =>
    `${a.line} 行目を解釈できません（ファイルが途中で終わっています）。その箇所は不明として扱い、このファイルのほかの読める部分を使います。`,
  'problem.notUnderstood': (a) =>
    `読み取れません: このプログラムの処理が失敗しました（${a.error}）。ご報告ください。`,
  'problem.textTemplate': 'テキストテンプレートとして読み取りました。式が生成する内容は不明です。',
  'problem.notPutTogether':
    '読み取った内容の統合に時間がかかりすぎるため打ち切りました。呼び出し元が別の値を渡すモジュールもデフォルト値で表示され、拡張機能はデータベースに関連付けられません。',
  'problem.cycle': (a) =>
    `${a.line} 行目は、ここを参照している ${a.target} へ戻る循環参照です。この循環に含まれる参照はたどりません。`,
  'problem.madeTooMuch': (a) =>
    `一部のみ読み取りました: モジュールの呼び出しやネストされたスタックが、1 つのフォルダーまたはテンプレートの上限（モジュール ${a.modules} 個、ネストされたスタック ${a.stacks} 個、リソース ${a.resources} 個）を超えています。残りが生成する内容は不明です。`,
  'inventory.notWritten':
    'エンジンバージョンの記述がありません。データベース作成時の AWS のデフォルトが使われます。',
  'inventory.toolDefault': (a) => `エンジンバージョンの記述がなく、${a.name} 独自のデフォルトが使われます。`,
  'inventory.ofFamily': (a) =>
    `エンジンバージョンの記述がありません。パラメータグループのファミリーは ${a.family} です。`,
  'inventory.familyOfOther': (a) =>
    `エンジンは ${a.engine} ですが、パラメータグループのファミリーは ${a.family} です。矛盾しているため、バージョンを判定できません。`,
  'inventory.replica': 'エンジンバージョンの記述がありません。レプリカのバージョンはソースと同じです。',
  'inventory.leftEmpty': (a) => `${a.name} は既定では空です。要素はデプロイ時に指定されます。`,
  'inventory.leftEmpty.forEach': 'for_each の対象 は既定では空です。要素はデプロイ時に指定されます。',
  'inventory.mayHaveSource': (a) =>
    `エンジンバージョンの記述がありません。${a.name} でソースを指定した場合、バージョンはソースによって決まります。`,
  'inventory.snapshot':
    'エンジンバージョンの記述がありません。スナップショットから復元したデータベースのバージョンは、スナップショットと同じか、それより新しい AWS のデフォルトです。',
  'inventory.snapshotOf': (a) =>
    `エンジンバージョンの記述がありません。${a.source} のスナップショットから復元したデータベースのバージョンは、スナップショット取得時の ${a.source} と同じか、それより新しい AWS のデフォルトです。`,
  'inventory.copy':
    'エンジンバージョンの記述がありません。ポイントインタイムの復元やクローンのバージョンはソースと同じです。',
  'inventory.clusterMember':
    'エンジンバージョンの記述がありません。インスタンスのバージョンはクラスターと同じです。',
  'inventory.globalMember':
    'エンジンバージョンの記述がありません。グローバルクラスターのメンバーのバージョンはグローバルクラスターと同じです。',
  'inventory.globalSource':
    'エンジンバージョンの記述がありません。既存のクラスターから作るグローバルクラスターのバージョンは、そのクラスターと同じです。',
  'inventory.onlyVersion': 'ここにはバージョンだけが書かれており、その使用先は書かれていません。',
  'inventory.notAVersion': 'エンジンバージョンが文字列ではありません。',
  'inventory.partial': (a) =>
    `${writtenVersion(a.written, 'ja')} は特定のリリースを指しません。データベース作成時に AWS が決定します。`,
  'inventory.engineNotCovered': (a) => `${a.line} 行目: ${a.name} にはまだ対応していません。`,
  'inventory.enginesNotCovered': (a) =>
    `${a.name} にはまだ対応していません。データベース ${a.count} 件については判定していません。`,
  'inventory.notUnderstood': (a, say) => `${a.written} は ${say(a.product)} のバージョンではありません。`,
  'inventory.notUnderstood.anyProduct': (a) => `${a.written} は既知のバージョンではありません。`,
  'inventory.noDefault': (a) => `${a.name} の値はここでは決まりません。`,
  'inventory.notDeclared': (a) => `${a.name} の宣言はスキャンしたファイルの中にないため、値は不明です。`,
  'inventory.lookedUp': (a) => `${a.name} がデプロイ時に AWS からバージョンを取得します。`,
  'inventory.inCode': (a) => `${a.expression} の値はコードの中で計算されます。`,
  'inventory.computed': (a) => `${a.expression} の値はデプロイ時まで分かりません。`,
  'inventory.computedHere': 'ここの値はデプロイ時まで分かりません。',
  'inventory.autoMinorUpgrade': (a) =>
    `${part(a.asset, (asset) => `${asset} では `)}AWS によるマイナーバージョンの自動アップグレードが有効です。実際のバージョンはより新しい可能性があります。`,
  'inventory.cfn.condition': (a) => `条件 ${a.condition} によってデプロイ時に値が決まります。`,
  'inventory.cfn.function': (a) => `${a.name} はここでは評価しません。`,
  'inventory.cfn.import': '別のスタックがエクスポートする値です。',
  'inventory.cfn.mapKey': (a) =>
    `マッピング ${a.mapping} のどの行を使うかはデプロイ時に決まり、行によって値が異なります。`,
  'inventory.cfn.mapMissing': (a) => `マッピング ${a.mapping} に該当する項目がありません。`,
  'inventory.cfn.pseudo': (a) => `${a.name} の値はデプロイ時に決まります。`,
  'inventory.cfn.resource': (a) => `リソース ${a.name} が作成されるまで値は決まりません。`,
  'inventory.cfn.secret': '値は AWS Secrets Manager にあり、読み取りません。',
  'inventory.cfn.ssm': (a) => `値は SSM パラメータ ${a.path} にあり、デプロイ時に読み取られます。`,
  'inventory.templated': '値はテキストテンプレートで生成されます。',
  'inventory.cfn.tooComplex': '参照が多すぎるため追跡していません。',
  'inventory.cfn.undefined': (a) => `${a.name} はこのテンプレートで定義されていません。`,
  'inventory.cfn.variable': (a) => `変数 ${a.name} の値はデプロイ時に決まります。`,
  'inventory.severalValues': '複数の値がありえます。',
  'inventory.tooComplex': '式が深すぎる、長すぎる、または自身を参照しています。',
  'inventory.onlyUnder': (a) => `条件 ${a.conditions.join('、')} のもとでのみ設定されます。`,
  'inventory.changesIgnored': (a) =>
    `ここでは Terraform が ${a.argument} の変更を無視するため、実際の値は異なる可能性があります。`,
  'inventory.changesIgnored.all':
    'ここでは Terraform がすべての変更を無視するため、実際の値は異なる可能性があります。',
  'inventory.ignoreChanges': (a) =>
    `ここでは Terraform が ${a.argument} の変更を無視するため、実際のバージョンはより新しい可能性があります。`,
  'inventory.ignoreChanges.all':
    'ここでは Terraform がすべての変更を無視するため、実際のバージョンはより新しい可能性があります。',
  'inventory.image.floating': (a) =>
    `${a.written} は特定のリリースではなく、使用時点で最新のイメージを指します。`,
  'inventory.image.generation': (a) => `${a.written} は特定のリリースを指しません。`,
  'inventory.image.notUnderstood': (a) =>
    `${a.written} からはオペレーティングシステムのリリースが分かりません。`,
};
