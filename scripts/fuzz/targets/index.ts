import type { FuzzTarget } from '../target.ts';
import { accounts } from './accounts.ts';
import { config } from './config.ts';
import { forms, growth } from './forms.ts';
import { multiply } from './multiply.ts';
import { pages } from './pages.ts';
import { updateinfo } from './updateinfo.ts';

/** All fuzz targets. */
export const TARGETS: readonly FuzzTarget[] = [forms, growth, pages, updateinfo, config, accounts, multiply];

/** Target by name. @throws if there is none */
export function targetNamed(name: string): FuzzTarget {
  const target = TARGETS.find((each) => each.name === name);
  if (target === undefined)
    throw new Error(`${name} is none of ${TARGETS.map((each) => each.name).join(', ')}`);
  return target;
}
