import type { ProxyAnswer, Rule } from './aws-proxy.ts';

/** Rules that reverse every list in the answers of moto and of the given rules. */
export function reverseLists(played: readonly Rule[]): Rule {
  return (request): ProxyAnswer | null => {
    const play = played.reduce<ProxyAnswer | null>((found, rule) => found ?? rule(request), null);
    if (play?.kind === 'answer') return { ...play, body: reversedBody(play.body) };
    // A request in a JSON protocol is forwarded unchanged.
    return play ?? (request.json === null ? { kind: 'change', body: reversedBody } : null);
  };
}

interface Element {
  /** An opening tag with its attributes. */
  tag: string;
  children: (Element | string)[];
}

function reversedBody(body: string): string {
  if (!body.trimStart().startsWith('<')) return body;
  const root: Element = { tag: '', children: [] };
  const open = [root];
  for (const [token] of body.matchAll(/<[^>]*>|[^<]+/g)) {
    const parent = open.at(-1) ?? root;
    if (token.startsWith('</')) open.pop();
    else if (!token.startsWith('<') || token.startsWith('<?') || token.endsWith('/>'))
      parent.children.push(token);
    else {
      const element = { tag: token.slice(1, -1), children: [] };
      parent.children.push(element);
      open.push(element);
    }
  }
  return root.children.map(written).join('');
}

function written(node: Element | string): string {
  if (typeof node === 'string') return node;
  const elements = node.children.filter((child) => typeof child !== 'string');
  const isList = elements.length > 1 && new Set(elements.map(({ tag }) => tag)).size === 1;
  const children = isList ? elements.reverse() : node.children;
  return `<${node.tag}>${children.map(written).join('')}</${node.tag.split(/\s/)[0] ?? ''}>`;
}
