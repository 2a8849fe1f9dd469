import type { osImages as english } from '../../en/systems/os-images.ts';
import { part, type Translated } from '../../say.ts';

export const osImages: Translated<typeof english> = {
  'os.image.part': (a, say) => `${a.part} ${say(a.versions, ' / ')}`,
  'os.image.for': (a, say) => `${say(a.parts)}${part(a.kubernetes, `（Kubernetes ${say(a.kubernetes)}）`)}`,
  'os.image.contents': (a, say) => `このイメージに含まれるもの: ${say(a.parts, '；')}。`,
  'os.image.fix': (a, say) => say(a.what),
  'os.image.fix.other': 'その他',
  'os.image.otherFixes': (a) => `ほか ${a.count} 件`,
  'os.image.fixes': (a, say) => `このイメージで修正: ${say(a.fixes)}。`,
  'os.image.lacks': (a, say) =>
    `以降の ${a.publisher} 最適化イメージ ${a.images} 件での修正: ${say(a.fixes)}。${part(a.parts, `最新のイメージ（${a.day}）: ${say(a.parts)}。`)}`,
  'os.image.lacks.nothing': (a, say) =>
    `以降の ${a.publisher} 最適化イメージ ${a.images} 件に修正の記載はありません。${part(a.parts, `最新のイメージ（${a.day}）: ${say(a.parts)}。`)}`,
  'os.image.numbered': (a, say) => `${say(a.words)}（#${a.pull}）`,
  'os.image.change.unpinned': (a) => `ソース AMI の ${a.version} への固定を取り消し`,
  'os.image.change.reverted': (a) => `${part(a.part, (name) => `${name} の`)}変更を取り消し`,
  'os.image.change.pinned': (a, say) =>
    `${say(a.what)} を${part(a.version, (version) => ` ${version} に`)}固定`,
  'os.image.change.downgraded': (a, say) =>
    `${say(a.what)} を${part(a.version, (version) => ` ${version} に`)}ダウングレード`,
  'os.image.change.warning': '公開元による警告あり',
  'os.image.change.sourceTakenBack': (a) =>
    `このソース AMI は ${a.by} のイメージが出るまで ${a.version} に戻されていました`,
  'os.image.change.takenBack': (a) =>
    `このイメージの変更${part(a.part, (name) => `（${name}）`)}は ${a.by} のイメージで取り消されました`,
  'os.image.change.fixed': (a, say) => `${say(a.what)} を修正`,
  'os.image.change.aPart': '一部',
  'os.image.called': (a) =>
    `${part(a.publisher, (publisher) => `${publisher} `)}イメージ（${a.day}${part(a.kubernetes, (version) => `、Kubernetes ${version} 用`)}）`,
  'os.image.named': (a, say) => `${a.name} ${say(a.image)}`,
  'os.image.takenBack': (a, say) => `${say(a.changes)}（${a.url}）。`,
  'os.image.cautions': (a, say) =>
    `このイメージの変更点: ${say(a.changes)}。先に変更履歴を確認してください（${a.url}）。`,
  'os.image.target': (a, say) => `${a.day} の ${a.publisher} 最適化イメージ: ${say(a.caution)}`,
};
