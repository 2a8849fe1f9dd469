import { createElement } from '../dom.ts';

/** List with an empty choice, for at most one value. */
export function selectField(
  label: string,
  any: string,
  values: readonly string[],
  current: string,
  change: (value: string) => void,
): HTMLElement {
  const select = createElement('select', {}, createElement('option', { value: '' }, any));
  for (const value of values) select.append(createElement('option', { value }, value));
  select.value = values.includes(current) ? current : '';
  select.addEventListener('change', () => change(select.value));
  return createElement('label', {}, `${label} `, select);
}

/** Check boxes for any number of values. */
export function checkboxGroup<T extends string>(
  label: string,
  values: readonly T[],
  words: Readonly<Record<T, string>>,
  current: readonly T[],
  change: (chosen: readonly T[]) => void,
): HTMLElement {
  const group = createElement('fieldset', {}, createElement('legend', {}, label));
  const inputs = values.map((value) => {
    const input = createElement('input', { type: 'checkbox', value });
    input.checked = current.includes(value);
    input.addEventListener('change', () =>
      change(values.filter((_, index) => inputs[index]?.checked === true)),
    );
    group.append(createElement('label', {}, input, ` ${words[value]}`));
    return input;
  });
  return group;
}

/** A search field. */
export function searchField(label: string, current: string, change: (value: string) => void): HTMLElement {
  const input = createElement('input', { type: 'search', value: current });
  input.addEventListener('input', () => change(input.value));
  return createElement('label', { class: 'search' }, `${label} `, input);
}
