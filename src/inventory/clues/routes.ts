import type { FileLocation, HealthRoute } from '../../model/index.ts';
import type { SourceFile } from '../../syntax/index.ts';
import { Handlers } from './handlers.ts';
import { matchesOf, type Match } from './matches.ts';

const ROUTE =
  /(?:\.(?:get|all|use|head|route)|\bHandleFunc|@(?:Get|Request)Mapping|Route::(?:get|any))\s*\(\s*(?:(?:value|path)\s*=\s*)?["'`](\/[\w\-./]*)["'`]|^[ \t]*get[ \t]+["'](\/[\w\-./]*)["']|\b(?:re_)?path\(\s*r?["'](\^?[\w\-./]+\$?)["']\s*,/gm;
/** A location of nginx that answers without a backend. */
const LOCATION = /\blocation\s{1,9}(?:(?:=|\^~)\s{0,9})?(\/[\w\-./]*)\s{0,9}\{([^{}]{0,400})\}/g;
/** A script that writes a file below the root of a web server. */
const WRITTEN_PAGE =
  /(?:>{1,2}|\btee(?:\s+-a)?|\btouch|\s-o)\s*["']?\/(?:var\/www(?:\/html)?|usr\/share\/nginx\/html|usr\/share\/httpd\/html|srv\/(?:www|http)(?:\/htdocs)?)\/([\w.\-/]+)/g;
/** Folders that are published, and the names of health pages. */
const PUBLISHED_FOLDER = /(?:^|\/)(?:public|static|www|html|htdocs|dist|docroot|webroot|wwwroot)\/(.+)$/;
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
    const routes = matchesOf(source, ROUTE);
    if (routes.length > 0) handlers ??= new Handlers(sources);
    for (const { match, location } of routes) {
      const path = pathOf(match[1] ?? match[2] ?? match[3] ?? '');
      served.routes.push({
        path,
        location,
        reachesDatabase: handlers?.reachesDatabase(source, match.index) ?? null,
      });
    }
    served.routes.push(...locationsIn(source));
    for (const { match, location } of matchesOf(source, WRITTEN_PAGE)) {
      const path = `/${match[1] ?? ''}`;
      if (!path.endsWith('.php')) served.pages.push({ path, location });
      else served.routes.push({ path, location, reachesDatabase: writtenPage(source, match) });
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
  const isIncluding = /\b(?:include|require)(?:_once)?\b/.test(source.text);
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
  return matchesOf(source, LOCATION).flatMap(({ match, location }) =>
    /\breturn\s+2\d\d\b|\bstub_status\b/.test(match[2] ?? '')
      ? [{ path: match[1] ?? '', location, reachesDatabase: false }]
      : [],
  );
}

function writtenPage({ file, text }: SourceFile, { index }: Match['match']): boolean | null {
  const page = text.slice(index, index + 800);
  const marker = /<<-?\s?["']?(\w+)/.exec(page)?.[1];
  const lines = page.split('\n');
  const end = lines.findIndex((line, at) => at > 0 && line.trim() === marker);
  const body = marker === undefined || end < 0 ? page : lines.slice(1, end).join('\n');
  if (/\b(?:include|require)(?:_once)?\b/.test(body)) return null;
  return new Handlers([]).reachesDatabase({ file, text: oneLine(body) }, 0) ?? false;
}

/** Django writes paths without the leading slash, and as regular expressions. */
function pathOf(written: string): string {
  const bare = written.replace(/^\^/, '').replace(/\$$/, '');
  return bare.startsWith('/') ? bare : `/${bare}`;
}
