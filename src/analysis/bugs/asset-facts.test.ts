import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingsOf, incidentOf, isReported, factsOfAssets, upgradeAdvice, versionAnswer } from '../index.ts';
import { loadCatalogue } from '../../catalogue/index.ts';
import { EMPTY_CONFIG, type Config } from '../../config/index.ts';
import { scanWorkspace } from '../../inventory/index.ts';
import { URGENCIES, type Asset } from '../../model/index.ts';

const catalogue = await loadCatalogue(null);
const inventory = await scanWorkspace(['test/workspaces/incident/terraform']);
const TODAY = '2026-11-27';

/** Results of every surface for the incident's cluster. */
function surfaces(config: Config) {
  const finding = findingsOf(catalogue, inventory, { today: TODAY, config }).find(
    ({ bugs }) => bugs !== null,
  );
  assert.ok(finding?.bugs);
  const { bugs, assetIds } = finding;
  const [first, ...others] = inventory.assets.filter(({ id }) => assetIds.includes(id));
  assert.ok(first);
  const assets: [Asset, ...Asset[]] = [first, ...others];
  const here = factsOfAssets(catalogue, inventory, assets, { today: TODAY, config });
  const document = versionAnswer(here.catalogue, bugs.product, bugs.version, TODAY, here.states);
  const { targets } = upgradeAdvice(here.catalogue, 'aurora-mysql', bugs.version, {
    day: TODAY,
    states: here.states,
  });
  const [target] = targets;
  assert.ok(target);
  return { finding, bugs, first, document: document.matches.filter(isReported), target };
}

for (const config of [
  EMPTY_CONFIG,
  { ...EMPTY_CONFIG, features: ['binlog'] as const },
  { ...EMPTY_CONFIG, severityFloor: 'high' as const },
]) {
  const name = `features ${config.features.join()}, floor ${config.severityFloor ?? 'none'}`;

  test(`counts the same bugs in finding, hover, document and quick fix: ${name}`, () => {
    const { finding, bugs, document, target } = surfaces(config);
    const ids = [...finding.bugIds].sort();
    assert.deepEqual(document.map(({ bug }) => bug.id).sort(), ids);
    assert.deepEqual(
      [...target.clears, ...target.remains, ...target.undetermined].map(({ bug }) => bug.id).sort(),
      ids,
    );
    assert.equal(document.length, bugs.counts.apply);
    assert.equal(document.filter(({ applies }) => applies === 'on').length, bugs.matching);
    const total = URGENCIES.reduce((sum, level) => sum + bugs.counts[level], 0);
    assert.equal(total, ids.length);
  });
}

test('counts the same bugs in the incident page as in the finding', () => {
  const config = { ...EMPTY_CONFIG, features: ['binlog'] as const };
  const { finding, first } = surfaces(config);
  const options = { symptom: '', now: `${TODAY}T00:00:00Z`, today: TODAY, features: config.features };
  const { databases } = incidentOf(catalogue, inventory, first, options);
  const known = databases.flatMap(({ listed }) => listed);
  assert.deepEqual(known.map(({ bug }) => bug.id).sort(), [...finding.bugIds].sort());
});
