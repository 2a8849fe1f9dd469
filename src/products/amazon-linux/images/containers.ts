import { textBefore, type OsImage } from '../../../model/index.ts';
import type { AmazonLinux } from '../versions.ts';
import { floatingImage, generationImage, generationNamed, releaseIn } from './name-parts.ts';

const CONTAINER =
  /(?:^|[\s"'=/])(?<name>amazonlinux|amazoncorretto)(?::(?<tag>[\w.-]+))?(?<digest>@sha256:[0-9a-f]+)?(?=$|[\s"',)])/d;

/** `amazonlinux:2023.4.20240416.0`, `public.ecr.aws/amazonlinux/amazonlinux:2023-minimal`, `amazoncorretto:21-al2023`. */
export function readContainer(text: string): OsImage | null {
  const match = CONTAINER.exec(text);
  const groups = match?.groups;
  const indices = match?.indices?.groups;
  if (groups === undefined || indices === undefined) return null;
  if (!isAmazons(text.slice(0, indices['name']?.[0]))) return null;
  const tag = groups['tag'];
  const [start, end] = indices['tag'] ?? indices['name'] ?? [0, text.length];
  if (tag === undefined && groups['digest'] !== undefined) return null;
  if (groups['name'] === 'amazoncorretto')
    return correttoImage(tag ?? 'latest', groups['digest'], { start, end });
  const product = productOfTag(tag ?? 'latest');
  if (product === null) return null;
  const release = releaseIn(tag ?? '', start, product, 'container');
  if (release !== null) return release;
  return groups['digest'] === undefined
    ? floatingImage(product, 'container', 'moving-tag', { start, end })
    : generationImage(product, 'container', { start, end });
}

/** Accounts of Docker Hub, and of Amazon's public registry which mirrors it, that publish the image itself. */
const HUB_ACCOUNT = /^(?:library|amd64|arm64v8)?$/;
const PUBLIC_ACCOUNT = /^(?:amazonlinux|amazoncorretto|docker\/(?:library|amd64|arm64v8))$/;

/**
 * True if the text before a name allows for Amazon's own image. Another account's image does not; a private registry
 * may be a mirror, and a variable may stand for one.
 */
function isAmazons(before: string): boolean {
  const path = pathAtEnd(before).replace(/^[\w-]+:\/\/?/, '');
  const first = textBefore(path, '/');
  const host = first === 'localhost' || /[\w}][.:]/.test(first) ? first : '';
  const account = path.slice(host.length).replace(/^\//, '');
  if (host === 'public.ecr.aws') return PUBLIC_ACCOUNT.test(account);
  const isHub = host === '' || /(?:^|\.)docker\.io$/.test(host);
  return !isHub || HUB_ACCOUNT.test(account) || /[^\w./-]/.test(account);
}

/** Words before a slash at the end of a text, without the slash; empty if there is none. */
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

/** Java versions with the first update whose image without a system in its tag has Amazon Linux 2023. */
const FIRST_UPDATES: Readonly<Partial<Record<string, number>>> = { 8: 502, 11: 32, 17: 20, 21: 12 };
const CORRETTO_TAG =
  /^(?:(?<java>\d{1,2})(?:(?:u|\.0\.)(?<update>\d{1,3}))?|latest)(?<variant>(?:-[\w.]+)*)$/;
/** From this Java version on, all images without a system in their tag have Amazon Linux 2023. */
const FIRST_OF_2023 = 22;

/**
 * Reads `amazoncorretto:17-al2-jdk`, `amazoncorretto:21.0.12`; tags of Alpine and Debian name their system. Default
 * system of a tag: https://github.com/corretto/corretto-docker#readme (since July 2026 Amazon Linux 2023).
 */
function correttoImage(tag: string, digest: string | undefined, range: OsImage['range']): OsImage | null {
  const { java = '', update, variant = '' } = CORRETTO_TAG.exec(tag)?.groups ?? {};
  if (!CORRETTO_TAG.test(tag) || /alpine|debian|windows|ubuntu/.test(variant)) return null;
  const named = /-al(?<generation>2023|2)(?![\d])/.exec(variant)?.groups?.['generation'];
  const product = generationNamed(named ?? correttoDefault(java, update));
  return update === undefined && digest === undefined
    ? floatingImage(product, 'container', 'moving-tag', range)
    : generationImage(product, 'container', range);
}

function correttoDefault(java: string, update: string | undefined): '2' | '2023' {
  const first = Number(java) >= FIRST_OF_2023 || java === '' ? 0 : (FIRST_UPDATES[java] ?? Infinity);
  const is2023 = update === undefined ? first !== Infinity : Number(update) >= first;
  return is2023 ? '2023' : '2';
}
