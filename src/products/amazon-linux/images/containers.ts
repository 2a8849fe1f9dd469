import { upTo, type OsImage } from '../../../model/index.ts';
import type { AmazonLinux } from '../versions.ts';
import { floatingImage, generationImage, generationNamed, releaseIn } from './parts.ts';

const CONTAINER =
  /(?:^|[\s"'=/])(?<name>amazonlinux)(?::(?<tag>[\w.-]+))?(?<digest>@sha256:[0-9a-f]+)?(?=$|[\s"',)])/d;

/** `amazonlinux:2023.4.20240416.0`, `public.ecr.aws/amazonlinux/amazonlinux:2023-minimal`, Lambda's `provided:al2023`. */
export function readContainer(text: string): OsImage | null {
  const match = CONTAINER.exec(text);
  const groups = match?.groups;
  const indices = match?.indices?.groups;
  if (groups === undefined || indices === undefined) return readLambdaImage(text);
  if (!isAmazons(text.slice(0, indices['name']?.[0]))) return null;
  const tag = groups['tag'];
  const [start, end] = indices['tag'] ?? indices['name'] ?? [0, text.length];
  if (tag === undefined && groups['digest'] !== undefined) return null;
  const product = productOfTag(tag ?? 'latest');
  if (product === null) return null;
  const release = releaseIn(tag ?? '', start, product, 'container');
  if (release !== null) return release;
  return groups['digest'] === undefined
    ? floatingImage(product, 'container', 'moving-tag', { start, end })
    : generationImage(product, 'container', { start, end });
}

/** Accounts of Docker Hub, and of Amazon's public registry, that have the image itself; the latter mirrors the former. */
const HUB_ACCOUNT = /^(?:library|amd64|arm64v8)?$/;
const PUBLIC_ACCOUNT = /^(?:amazonlinux|docker\/(?:library|amd64|arm64v8))$/;

/**
 * Whether the name behind some text is that of Amazon's image: another account's is something else. A registry of one's
 * own is a mirror; what a variable writes may be one.
 */
function isAmazons(before: string): boolean {
  const path = pathAtEnd(before).replace(/^[\w-]+:\/\/?/, '');
  const first = upTo(path, '/');
  const host = first === 'localhost' || /[\w}][.:]/.test(first) ? first : '';
  const account = path.slice(host.length).replace(/^\//, '');
  if (host === 'public.ecr.aws') return PUBLIC_ACCOUNT.test(account);
  const isHub = host === '' || /(?:^|\.)docker\.io$/.test(host);
  return !isHub || HUB_ACCOUNT.test(account) || /[^\w./-]/.test(account);
}

/** The words before a slash at the end of a text, without it; empty where there is no slash. */
function pathAtEnd(text: string): string {
  const end = text.length - 1;
  if (text.charAt(end) !== '/') return '';
  let start = end;
  while (start > 0 && !/[\s"'=,()]/.test(text.charAt(start - 1))) start--;
  return text.slice(start, end);
}

/** `latest` has been Amazon Linux 2023 since its release (Docker Hub, "amazonlinux"). */
function productOfTag(tag: string): AmazonLinux | null {
  if (/^(?:latest|minimal|2023)(?![\w])/.test(tag)) return 'amazon-linux-2023';
  if (/^(?:1(?![\w.])|201[0-8]\.\d{2})/.test(tag)) return 'amazon-linux-1';
  return /^2(?!\d)/.test(tag) ? 'amazon-linux-2' : null;
}

function readLambdaImage(text: string): OsImage | null {
  const match = /(?:lambda\/|lambda-)provided:(al(2023|2))(?![\w])/d.exec(text);
  const indices = match?.indices?.[1];
  if (match === null || indices === undefined) return null;
  const range = { start: indices[0], end: indices[1] };
  return floatingImage(generationNamed(match[2]), 'lambda', 'moving-tag', range);
}
