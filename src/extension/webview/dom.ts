/** An element with attributes and children. Texts become text nodes: nothing in them can become markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** An icon of the editor's own set; the word beside it says the same. */
export function icon(name: string): HTMLElement {
  return make('span', { class: `codicon codicon-${name}`, 'aria-hidden': 'true' });
}

/** A button whose focus survives an update: the next button with the same name for focus gets it. */
export function button(
  label: string,
  focus: string,
  act: () => void,
  attributes: Readonly<Record<string, string>> = {},
): HTMLElement {
  const element = make('vscode-button', { secondary: '', 'data-focus': focus, ...attributes }, label);
  element.addEventListener('click', act);
  return element;
}
