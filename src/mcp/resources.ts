import { ResourceTemplate, type McpServer } from '@modelcontextprotocol/server';
import { versionAnswer } from '../analysis/index.ts';
import { productName } from '../products/index.ts';
import { bugsJson } from '../report/index.ts';
import type { ToolContext } from './tool-context.ts';
import { productNamed } from './fields/version.ts';

const JSON_TYPE = { mimeType: 'application/json' };

/** Offers the catalogue by release, in the JSON of `bugs PRODUCT VERSION --format json`. */
export function registerCatalogue(server: McpServer, { catalogue, today, language }: ToolContext): void {
  const template = new ResourceTemplate('errata-lens://catalogue/{product}/{version}', {
    list: async () => ({
      resources: (await catalogue()).releases.map(({ product, version, date }) => ({
        uri: `errata-lens://catalogue/${product}/${encodeURIComponent(version)}`,
        name: `${productName(product)} ${version}`,
        description: date,
        ...JSON_TYPE,
      })),
    }),
  });
  server.registerResource(
    'release',
    template,
    { title: 'Known bugs of one release', description: 'Every bug of a release, with pages', ...JSON_TYPE },
    async (uri, { product, version }) => {
      const answer = versionAnswer(
        await catalogue(),
        productNamed(String(product)),
        decodeURIComponent(String(version)),
        today(),
      );
      return {
        contents: [{ uri: uri.href, text: JSON.stringify(bugsJson(answer, language)), ...JSON_TYPE }],
      };
    },
  );
}
