import type { page as english } from '../../en/editor/page.ts';
import type { Translated } from '../../say.ts';

export const page: Translated<typeof english> = {
  'page.title.bugs': (a) => `既知の不具合: ${a.name} ${a.version}`,
  'page.title.upgrade': (a) => `移行先: ${a.name} ${a.version}`,
  'page.set': (a) => `${a.version} に設定`,
  'page.set.done': (a) => `${a.version} に設定しました（${a.places} か所、未保存）。`,
  'page.set.failed': (a) =>
    `${a.version} に設定できませんでした。コードが変わったか、バージョンを別の場所から取得しています。手で変更してください。`,
  'page.brief': '変更計画書を準備…',
  'page.bugs': '既知の不具合',
  'page.search': '検索',
  'page.urgency': '緊急度',
  'page.feature': '機能',
  'page.release': '修正リリース',
  'page.any': 'すべて',
  'page.target': '移行先',
  'page.outcome': '移行後',
  'page.count': '{all} 件中 {shown} 件を表示',
  'page.more': 'すべて表示',
  'page.none': '条件に合う不具合はありません。',
  'page.column.bug': '不具合',
  'page.command': 'ターミナルでは: ',
  'page.outcome.fixed': '修正',
  'page.outcome.stays': '残る',
  'page.outcome.new': '新規',
  'page.outcome.undetermined': '判定不可',
};
