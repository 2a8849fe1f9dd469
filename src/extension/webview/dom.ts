/** Creates an element with attributes and children. Text becomes text nodes, never markup. */
export function createElement<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Icon of the editor, hidden from screen readers because the text next to it has the same meaning. */
export function icon(name: string): HTMLElement {
  return createElement('span', { class: `codicon codicon-${name}`, 'aria-hidden': 'true' });
}

/**
 * Button that keeps the focus when the page is updated.
 * @param focus value of `data-focus`
 */
export function button(
  label: string,
  focus: string,
  act: () => void,
  attributes: Readonly<Record<string, string>> = {},
): HTMLElement {
  const element = createElement(
    'vscode-button',
    { secondary: '', 'data-focus': focus, ...attributes },
    label,
  );
  element.addEventListener('click', act);
  return element;
}
