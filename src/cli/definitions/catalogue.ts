import type { Command } from 'commander';
import type { CommonOptions } from '../options/options.ts';
import { addSharedOptions } from '../options/shared-options.ts';
import type { SiteCommandOptions } from '../commands/site.ts';
import type { ReceiveExitCode } from '../options/usage.ts';

/** Defines `catalogue status`, `update` and `export`. */
export function defineCatalogue(program: Command, finish: ReceiveExitCode): void {
  const catalogue = program.command('catalogue').description('what is known, and how old it is');
  addSharedOptions(catalogue.command('status'), {
    output: 'catalogue status',
    options: ['verbose', 'asOf', 'cacheDir'],
  })
    .description('what is known and how old it is')
    .action(async (options: CommonOptions) =>
      finish(await (await import('../commands/catalogue.ts')).status(options)),
    );
  addSharedOptions(catalogue.command('update'), {
    output: 'catalogue update',
    options: ['cacheDir', 'docsOrigin'],
  })
    .description('read the vendor’s release notes again')
    .action(async (options: CommonOptions) =>
      finish(await (await import('../commands/catalogue.ts')).update(options)),
    );
  addSharedOptions(catalogue.command('export'), {
    output: 'catalogue export',
    options: ['asOf', 'offline', 'cacheDir', 'docsOrigin'],
  })
    .description('print every item of every release')
    .action(async (options: CommonOptions) =>
      finish(await (await import('../commands/catalogue.ts')).exportAll(options)),
    );

  addSharedOptions(
    program.command('site').argument('<folder>', 'an empty folder, or that of an earlier site'),
    {
      output: 'site',
      options: ['asOf'],
    },
  )
    .description('write the catalogue as a static site: pages, feeds and data')
    .option('--url <address>', 'where it will stand, for feeds and data')
    .action(async (folder: string, options: SiteCommandOptions) => {
      const { site } = await import('../commands/site.ts');
      finish(await site(folder, options));
    });
}
