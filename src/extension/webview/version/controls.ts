import { make } from '../dom.ts';

/** A list in which one value or none can be chosen. */
export function choice(
  label: string,
  any: string,
  values: readonly string[],
  current: string,
  change: (value: string) => void,
): HTMLElement {
  const select = make('select', {}, make('option', { value: '' }, any));
  for (const value of values) select.append(make('option', { value }, value));
  select.value = values.includes(current) ? current : '';
  select.addEventListener('change', () => change(select.value));
  return make('label', {}, `${label} `, select);
}

/** Check boxes, of which any number can be ticked. */
export function boxes<T extends string>(
  label: string,
  values: readonly T[],
  words: Readonly<Record<T, string>>,
  current: readonly T[],
  change: (chosen: readonly T[]) => void,
): HTMLElement {
  const group = make('fieldset', {}, make('legend', {}, label));
  const inputs = values.map((value) => {
    const input = make('input', { type: 'checkbox', value });
    input.checked = current.includes(value);
    input.addEventListener('change', () =>
      change(values.filter((_, index) => inputs[index]?.checked === true)),
    );
    group.append(make('label', {}, input, ` ${words[value]}`));
    return input;
  });
  return group;
}

/** A search field. */
export function search(label: string, current: string, change: (value: string) => void): HTMLElement {
  const input = make('input', { type: 'search', value: current });
  input.addEventListener('input', () => change(input.value));
  return make('label', { class: 'search' }, `${label} `, input);
}
