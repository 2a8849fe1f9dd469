import { clustersNamed, supportPackOf, withKnownIssues } from '../../analysis/index.ts';
import { text } from '../../l10n/index.ts';
import { supportPackMarkdown } from '../../report/index.ts';
import { todayOf, type CommonOptions } from '../options.ts';
import { readFolders } from '../read-folders.ts';
import { createTerminal } from '../terminal.ts';
import { UsageError, type ExitCode } from '../usage.ts';

/** `support-pack CLUSTER [PATH…]`: the evidence for a support case, as Markdown. */
export async function supportPack(
  name: string,
  paths: readonly string[],
  options: CommonOptions,
): Promise<ExitCode> {
  const terminal = createTerminal(options.lang);
  const { config, catalogue, inventory } = await readFolders(paths, options);
  const [cluster] = clustersNamed(inventory, name);
  if (cluster === undefined) {
    const clusters = inventory.assets
      .filter(({ kind, product }) => kind === 'aurora-cluster' && product === 'aurora-mysql')
      .map((asset) => asset.name);
    throw new UsageError(text('pack.unknownCluster', { name, clusters: clusters.join(', ') }));
  }
  const pack = supportPackOf(withKnownIssues(catalogue, config.knownIssues), inventory, cluster, {
    today: todayOf(options),
    ...(options.symptom === undefined ? {} : { symptom: options.symptom }),
  });
  terminal.result(supportPackMarkdown(pack, options.lang));
  return 0;
}
