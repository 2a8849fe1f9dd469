import { advice } from './advice.ts';
import { catalogue } from './catalogue.ts';
import { inventory } from './inventory.ts';
import { openEngine } from './inventory/engine.ts';
import { analysis } from './analysis.ts';
import { checklist } from './checklist.ts';
import { brief } from './documents/brief.ts';
import { report } from './documents/report.ts';
import { cli } from './cli.ts';
import { mcp } from './mcp.ts';
import { config } from './config.ts';
import { features } from './features.ts';
import { extension } from './editor/extension.ts';
import { account } from './account.ts';
import { os } from './systems/os.ts';
import { osImages } from './systems/os-images.ts';
import { page } from './editor/page.ts';
import { panel } from './editor/panel.ts';
import { tree } from './editor/tree.ts';
import { site } from './documents/site.ts';
import { symptom } from './symptom.ts';
import { unknown } from './unknown.ts';
import { upgrade } from './upgrade.ts';
import { urgency } from './urgency.ts';
import { watch } from './watch/watch.ts';
import { news } from './watch/news.ts';
import { together } from '../together.ts';

/** All English sentences. ja/ has the same files and keys. Terms are in docs/contributing/terms.md. */
export const en = together(
  advice,
  catalogue,
  inventory,
  openEngine,
  analysis,
  checklist,
  brief,
  report,
  cli,
  mcp,
  config,
  features,
  extension,
  account,
  os,
  osImages,
  page,
  panel,
  tree,
  site,
  symptom,
  unknown,
  upgrade,
  urgency,
  watch,
  news,
);
