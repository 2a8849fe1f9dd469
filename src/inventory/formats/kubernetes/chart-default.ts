import type { ScalarNode } from '../../../syntax/index.ts';
import { defaultIn, type Scalar } from '../../../values/index.ts';

const CHART_DEFAULT = /^\{\{.*\bdefault\s+(["`])(?<value>[^"`]+)\1.*\}\}$/s;

/** What a chart's template writes where its values say nothing: `{{ .engine | default "x" }}`; null for any other text. */
export function chartDefault(scalar: ScalarNode): Scalar | null {
  const fallback = CHART_DEFAULT.exec(scalar.text.trim())?.groups?.['value'];
  return fallback === undefined ? null : defaultIn(scalar, fallback);
}
