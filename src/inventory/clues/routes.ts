import type { FileLocation, HealthRoute } from '../../model/index.ts';
import type { SourceFile } from '../../syntax/index.ts';
import { Handlers } from './handlers.ts';
import { matchesOf, type Match } from './matches.ts';

/** Calls and annotations that register the handler of a path; one group of each pattern is the path. */
const REGISTERED_ROUTE = new RegExp(
  [
    String.raw`(?:\.(?:get|all|use|head|route)|\bHandleFunc|@(?:Get|Request)Mapping|Route::(?:get|any))` +
      String.raw`\s*\(\s*(?:(?:value|path)\s*=\s*)?["'\`](/[\w\-./]*)["'\`]`,
    String.raw`^[ \t]*get[ \t]+["'](/[\w\-./]*)["']`,
    String.raw`\b(?:re_)?path\(\s*r?["'](\^?[\w\-./]+\$?)["']\s*,`,
  ].join('|'),
  'gm',
);
/** A location of nginx that answers without a backend. */
const NGINX_LOCATION = /\blocation\s{1,9}(?:(?:=|\^~)\s{0,9})?(\/[\w\-./]*)\s{0,9}\{([^{}]{0,400})\}/g;
const WEB_ROOTS = [
  'var/www(?:/html)?|usr/share/nginx/html|usr/share/httpd/html',
  'srv/(?:www|http)(?:/htdocs)?',
].join('|');
/** A script that writes a file below the root of a web server. */
const WRITTEN_PAGE = new RegExp(
  String.raw`(?:>{1,2}|\btee(?:\s+-a)?|\btouch|\s-o)\s*["']?/(?:${WEB_ROOTS})/([\w.\-/]+)`,
  'g',
);
const PUBLISHED_FOLDER = /(?:^|\/)(?:public|static|www|html|htdocs|dist|docroot|webroot|wwwroot)\/(.+)$/;
const PHP_INCLUDE = /\b(?:include|require)(?:_once)?\b/;
const HEALTH_PAGE =
  /(?:health|ping|alive|check|status|live|ready|index|ok)[\w-]*(?:\.(?:html?|txt|json|php))?$/i;

/** Paths that web servers and applications serve, as far as health checks may use them. */
export interface ServedEndpoints {
  routes: HealthRoute[];
  pages: { path: string; location: FileLocation }[];
}

/** Routes and pages of some files. Helpers are followed within these files. */
export function servedEndpoints(sources: readonly SourceFile[]): ServedEndpoints {
  const served: ServedEndpoints = { routes: [], pages: [] };
  let handlers: Handlers | null = null;
  for (const source of sources) {
    for (const { match, location } of matchesOf(source, REGISTERED_ROUTE)) {
      handlers ??= new Handlers(sources);
      served.routes.push({
        path: pathOf(match[1] ?? match[2] ?? match[3] ?? ''),
        location,
        reachesDatabase: handlers.reachesDatabase(source, match.index),
      });
    }
    served.routes.push(...locationsIn(source));
    for (const { match, location } of matchesOf(source, WRITTEN_PAGE)) {
      const path = `/${match[1] ?? ''}`;
      if (!path.endsWith('.php')) served.pages.push({ path, location });
      else served.routes.push({ path, location, reachesDatabase: pageReachesDatabase(source, match) });
    }
  }
  return served;
}

/** Health page in a published file: a static page, or a PHP page whose code may reach the database. */
export function staticPageAt(source: SourceFile, first: FileLocation): ServedEndpoints {
  const path = PUBLISHED_FOLDER.exec(source.file)?.[1];
  const isPhp = source.file.endsWith('.php');
  const name = path ?? (isPhp ? source.file.split('/').at(-1) : undefined);
  if (name === undefined || !HEALTH_PAGE.test(name)) return { routes: [], pages: [] };
  if (!isPhp) return { routes: [], pages: [{ path: `/${name}`, location: first }] };
  const handlers = new Handlers([source]);
  const isIncluding = PHP_INCLUDE.test(source.text);
  const judged = handlers.reachesDatabase({ file: source.file, text: oneLine(source.text) }, 0);
  return {
    routes: [
      { path: `/${name}`, location: first, reachesDatabase: isIncluding && judged === false ? null : judged },
    ],
    pages: [],
  };
}

/** Page on one line, so that it counts as a single statement. */
function oneLine(text: string): string {
  return text.replaceAll('\n', '\n ');
}

function locationsIn(source: SourceFile): HealthRoute[] {
  return matchesOf(source, NGINX_LOCATION).flatMap(({ match, location }) =>
    /\breturn\s+2\d\d\b|\bstub_status\b/.test(match[2] ?? '')
      ? [{ path: match[1] ?? '', location, reachesDatabase: false }]
      : [],
  );
}

/** Answer for the PHP page that a script writes; null if it includes another file. */
function pageReachesDatabase({ file, text }: SourceFile, { index }: Match['match']): boolean | null {
  const page = text.slice(index, index + 800);
  const marker = /<<-?\s?["']?(\w+)/.exec(page)?.[1];
  const lines = page.split('\n');
  const end = lines.findIndex((line, at) => at > 0 && line.trim() === marker);
  const body = marker === undefined || end < 0 ? page : lines.slice(1, end).join('\n');
  if (PHP_INCLUDE.test(body)) return null;
  return new Handlers([]).reachesDatabase({ file, text: oneLine(body) }, 0) ?? false;
}

/** Django writes paths without the leading slash, and as regular expressions. */
function pathOf(writtenPath: string): string {
  const bare = writtenPath.replace(/^\^/, '').replace(/\$$/, '');
  return bare.startsWith('/') ? bare : `/${bare}`;
}
