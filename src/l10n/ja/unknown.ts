import type { unknown as english } from '../en/unknown.ts';
import { part, type Translated, withoutStop } from '../say.ts';

const SYNTH = '`cdk synth` を実行して cdk.out をスキャンするか、アカウントをスキャンしてください。';
const DEFAULT = 'デフォルト値を設定するか、アカウントをスキャンしてください。';
const VALUES = 'values.yaml で設定するか、アカウントをスキャンしてください。';
const VARIABLES = 'vars、defaults または group_vars で設定するか、アカウントをスキャンしてください。';
const WRITE = 'バージョンを記述するか、アカウントをスキャンしてください。';

export const unknown: Translated<typeof english> = {
  'version.unknown': (a, say) =>
    `${a.asset}${part(a.others, ` ほか ${a.others} 件`)}: ${say(a.what)}、バージョン不明（${withoutStop(say(a.reason))}）。${say(a.next)}`,
  'unknown.row': (a, say) => `${say(a.what)}、バージョン不明`,
  'unknown.why': (a, say) => `${say(a.assets)}: ${say(a.reason)}${say(a.next)}`,
  'unknown.heading': (a) => `バージョンが不明で、不具合も判定できないもの ${a.count} 件:`,
  'unknown.more': (a) => `ほか ${a.count} 件: errata-lens scan で表示します。`,
  'unknown.others': (a) => `ほか ${a.count} 件`,
  'unknown.of': (a) => a.name,
  'unknown.forExample': (a, say) => `例: ${say(a.reason)}`,
  'unknown.database': 'データベース（エンジン不明）',
  'unknown.image': 'オペレーティングシステムのイメージ',
  'unknown.notReported': 'アカウントから取得できませんでした。',
  'unknown.next.write': WRITE,
  'unknown.next.pin': 'リリースを固定するか、アカウントをスキャンしてください。',
  'unknown.next.release': 'リリースノートの表記でリリースを記述するか、アカウントをスキャンしてください。',
  'unknown.next.engine': 'エンジンを記述するか、アカウントをスキャンしてください。',
  'unknown.next.family': 'エンジンまたはファミリーを修正するか、アカウントをスキャンしてください。',
  'unknown.next.owner': 'クラスターのコードも一緒にスキャンするか、アカウントをスキャンしてください。',
  'unknown.next.image': '名前にリリースを含むイメージに固定するか、アカウントをスキャンしてください。',
  'unknown.next.host': 'アカウントをスキャンするか、ホストの /etc/os-release を確認してください。',
  'unknown.next.profile': '読み取り権限のあるプロファイルでアカウントをスキャンしてください。',
  'unknown.next.value.terraform': 'デフォルト値か .tfvars を用意するか、アカウントをスキャンしてください。',
  'unknown.next.value.cloudformation':
    'パラメータのデフォルト値かパラメータファイルを用意するか、アカウントをスキャンしてください。',
  'unknown.next.value.cdk': SYNTH,
  'unknown.next.value.pulumi': DEFAULT,
  'unknown.next.value.kubernetes': VALUES,
  'unknown.next.value.ansible': VARIABLES,
  'unknown.next.value.shell': 'スクリプト内で変数に値を設定するか、アカウントをスキャンしてください。',
  'unknown.next.value.image': DEFAULT,
  'unknown.next.computed.terraform':
    'プラン（`terraform show -json` の出力）かアカウントをスキャンしてください。',
  'unknown.next.computed.cloudformation': WRITE,
  'unknown.next.computed.cdk': SYNTH,
  'unknown.next.computed.pulumi': DEFAULT,
  'unknown.next.computed.kubernetes': VALUES,
  'unknown.next.computed.ansible': VARIABLES,
  'unknown.next.computed.shell': WRITE,
  'unknown.next.computed.image': WRITE,
};
