import { on, type Rule } from '../../accounts/aws-proxy.ts';

/**
 * Additions to moto's answer about one resource: elements that moto does not keep, or null for one that it invents. As in
 * the services, the resource's name comes before its elements.
 */
export interface Addition {
  action: string;
  /** `DBInstanceIdentifier` */
  nameElement: string;
  name: string;
  elements: Readonly<Record<string, string | null>>;
}

/** Rules that let moto answer, and add elements. */
export function withElements(additions: readonly Addition[]): Rule[] {
  return [...Map.groupBy(additions, ({ action }) => action)].map(([action, own]) =>
    on(action, () => ({ kind: 'change', body: (whole) => own.reduce(withAddition, whole) })),
  );
}

function withAddition(whole: string, { nameElement, name, elements }: Addition): string {
  const tag = `<${nameElement}>${name}</${nameElement}>`;
  const start = whole.indexOf(tag);
  if (start < 0) return whole;
  const from = start + tag.length;
  const next = whole.indexOf(`<${nameElement}>`, from);
  const to = next < 0 ? whole.length : next;
  const rest = Object.keys(elements).reduce(
    (text, element) => text.replace(new RegExp(`<${element}>[\\s\\S]*?</${element}>|<${element}\\s*/>`), ''),
    whole.slice(from, to),
  );
  const added = Object.entries(elements).map(([element, value]) =>
    value === null ? '' : `<${element}>${value}</${element}>`,
  );
  return whole.slice(0, from) + added.join('') + rest + whole.slice(to);
}
