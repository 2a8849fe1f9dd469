import type { Impact, KnownBug } from '../../src/model/index.ts';

const WHAT: Record<Impact, { en: string; ja: string }> = {
  data: { en: 'Wrong, inconsistent or lost data', ja: '誤ったデータや不整合、欠落' },
  unavailability: { en: 'Restart, crash, hang or outage', ja: '再起動・クラッシュ・ハングなどの停止' },
  connectivity: { en: 'Connections refused, dropped or failing', ja: '接続の拒否・切断・失敗' },
  replication: { en: 'Replication stops or goes out of sync', ja: 'レプリケーションの停止や不一致' },
  memory: { en: 'Memory or local storage runs low', ja: 'メモリやローカルストレージの不足' },
  performance: { en: 'Slow statements, high CPU or lag', ja: '遅いステートメント・高い CPU・遅延' },
  upgrade: {
    en: 'Upgrade, restore or migration fails or takes too long',
    ja: 'アップグレード・復元・移行の失敗や長期化',
  },
  security: { en: 'Security weakness', ja: 'セキュリティの不備' },
  observability: { en: 'Wrong or missing metric, log or status', ja: 'メトリクス・ログ・状態の誤りや欠落' },
  functionality: { en: 'Statement or feature fails or misbehaves', ja: 'ステートメントや機能の失敗や誤動作' },
};

const LONGEST = 90;
/** Names of statements, functions, views and types: facts, not words. */
const NAMES = /\b[A-Z][A-Z_]{2,}\b|\b[a-z]+(?:_[a-z]+)+\b|\b\w+(?=\(\))/g;
const NO_NAMES = /^(?:ERROR|FATAL|PANIC|SQL|AWS|PG|THE|SELECT|NULL|NOT|AND|API|RDS|CPU|TSQL)$/;

/** A title composed of labels and names, for the bugs that nobody has described in our own words yet. */
export function composeTitle({ impact, features, cves, communityBugs, text }: KnownBug): {
  title: string;
  titleIn?: { ja: string };
} {
  if (cves.length > 0)
    return { title: cves.length === 1 ? `${cves[0]}` : `${cves[0]} and ${cves.length - 1} more CVEs` };
  const where = features.length > 0 ? ` (${features.slice(0, 3).join(', ')})` : '';
  const community = communityBugs.length > 0 ? `, MySQL bug ${communityBugs[0]}` : '';
  const names = [...new Set(text?.match(NAMES))].filter((name) => !NO_NAMES.test(name));
  const about = names.length > 0 ? `: ${names.slice(0, 3).join(', ')}` : '';
  const { en, ja } = WHAT[impact];
  const title = (words: string): string => {
    const whole = words + where + community + about;
    return whole.length <= LONGEST ? whole : (words + where + community).slice(0, LONGEST);
  };
  return { title: title(en), titleIn: { ja: title(ja) } };
}
