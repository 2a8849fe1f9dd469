import type { ChangeBrief } from '../../analysis/index.ts';
import { BRACKETS, bugTitle, say, text, type Language } from '../../l10n/index.ts';
import type { Text } from '../../model/index.ts';
import { productName } from '../../products/index.ts';
import { fragment, withWholeDates, type Html } from '../html/html.ts';
import { isSafeLink } from '../markdown.ts';
import { pageHtml } from '../html/page-html.ts';
import { pageLinkLabel, type SourcedSentence } from '../upgrade/upgrade-parts.ts';
import type { BriefBlock, ListedBug } from './brief-blocks.ts';
import { briefSections, type BriefSection } from './brief-parts.ts';
import { fixBars } from './fix-bars.ts';
import { supportTimeline } from './support-timeline.ts';

/** A change brief as one file, which loads nothing, runs nothing, and prints on A4. */
export function briefHtml(brief: ChangeBrief, language: Language): string {
  const words = (sentence: Text): string => say(sentence, language);
  const { product, from, target, day, asOf } = brief;
  const title = words(text('brief.title', { name: productName(product), from, to: target.version }));
  return pageHtml({
    language,
    title,
    header: fragment`<header><h1>${title}</h1><p class="soft">${words(text('brief.prepared', { day, asOf }))}</p></header>`,
    main: briefSections(brief, language).map((section) => sectionHtml(section, brief, language)),
  });
}

function sectionHtml({ id, title, blocks }: BriefSection, brief: ChangeBrief, language: Language): Html {
  return fragment`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${say(title, language)}</h2>
${blocks.map((block) => blockHtml(block, brief, language))}
</section>
`;
}

function blockHtml(block: BriefBlock, brief: ChangeBrief, language: Language): Html {
  switch (block.kind) {
    case 'words':
      return fragment`<p>${block.sentences.map((sentence) => say(sentence, language)).join(sentenceSeparator(language))}</p>`;
    case 'fields':
      return fragment`<div class="fields">${block.names.map((name) => fragment`<span>${say(name, language)}</span>`)}</div>`;
    case 'table':
      return tableHtml(block.rows);
    case 'list':
      return fragment`<ul>${block.items.map((item) => fragment`<li>${sourcedSentence(item, language)}</li>`)}</ul>`;
    case 'bugs': {
      const { bugs, more } = block;
      const rest = more === 0 ? null : fragment`<p>${say(text('brief.more', { count: more }), language)}</p>`;
      return fragment`<ul>${bugs.map((bug) => bugHtml(bug, language))}</ul>${rest}`;
    }
    case 'picture':
      return block.picture === 'targets' ? fixBars(brief, language) : supportTimeline(brief, language);
  }
}

/** Separator of sentences; Japanese has none. */
function sentenceSeparator(language: Language): string {
  return language === 'ja' ? '' : ' ';
}

function tableHtml([head = [], ...rows]: readonly (readonly string[])[]): Html {
  const columns = head.map((cell) => fragment`<th scope="col">${cell}</th>`);
  const lines = rows.map(
    (row) => fragment`<tr>${row.map((cell) => fragment`<td>${withWholeDates(cell)}</td>`)}</tr>`,
  );
  return fragment`<table><thead><tr>${columns}</tr></thead><tbody>${lines}</tbody></table>`;
}

function sourcedSentence(line: SourcedSentence, language: Language): Html {
  const { url } = line;
  const words = say(line.text, language);
  if (url === null || !isSafeLink(url)) return fragment`${withWholeDates(words)}`;
  const [open, close] = BRACKETS[language];
  return fragment`${withWholeDates(words)}${open}${linkHtml(say(pageLinkLabel(line), language), url)}${close}`;
}

function linkHtml(label: string, url: string): Html {
  return fragment`<a href="${url}" rel="noreferrer">${label}</a>`;
}

function bugHtml({ match, outcome }: ListedBug, language: Language): Html {
  const { bug, nearestFix, url, urgency } = match;
  const release =
    url !== null && isSafeLink(url) && nearestFix !== null ? linkHtml(nearestFix, url) : nearestFix;
  const facts = [
    ...(outcome === null ? [] : [fragment`<b>${say(outcome, language)}</b>`]),
    ...(release === null ? [] : [fragment`${say(text('bugs.fixedIn'), language)} ${release}`]),
    ...urgency.why.map((part) => fragment`${say(part, language)}`),
  ];
  const details = facts.map((part, index) => (index === 0 ? part : fragment` · ${part}`));
  return fragment`<li class="bug"><b>${say(bugTitle(bug), language)}</b><small>${details}</small></li>`;
}
