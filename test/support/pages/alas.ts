import { wrapped } from './aurora-page.ts';

/** A feed in the form of the security center. */
export function feedOf(...items: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Bulletins</title><link>https://alas.aws.amazon.com/</link>
${items.join('\n')}
</channel></rss>`;
}

/** @param day YYYY-MM-DD */
export function advisoryItem(
  id: string,
  severity: string,
  name: string,
  cves: readonly string[],
  day: string,
): string {
  const folder = id.startsWith('ALAS2023') ? 'AL2023' : 'AL2';
  return `<item><title>${id} (${severity}): ${name}</title><description><![CDATA[${cves.join(', ')}]]></description>
<link>https://alas.aws.amazon.com/${folder}/${id}.html</link><pubDate>${new Date(`${day}T21:30:00Z`).toUTCString()}</pubDate></item>`;
}

/** The page behind an advisory's link. */
export function bulletinPage(
  affected: readonly string[],
  fixed: Readonly<Record<string, readonly string[]>>,
): string {
  const packages = Object.entries(fixed)
    .map(([arch, names]) => `${arch}:<br/>${names.map((name) => `&nbsp;&nbsp;&nbsp;${name}<br/>`).join('')}`)
    .join('<br/>');
  return wrapped(
    `<div id="affected_packages"><b>Affected Packages:</b><p>${affected.join(', ')}</p></div>
     <div id="new_packages"><b>New Packages:</b><pre>${packages}</pre></div>`,
    'Bulletin',
  );
}
