import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auroraSite } from '../../support/pages/aurora-site.ts';
import { startMirror } from '../../support/mirror/mirror.ts';
import { fleetUser } from '../harness/fleet-user.ts';
import { inWorkbench } from '../harness/windows/session.ts';
import { WORKSPACE } from '../looks/accounts.ts';

test('offers no scan and uses no credentials in Restricted Mode', async (t) => {
  const { proxy, env } = await fleetUser();
  proxy.reset();
  const mirror = await startMirror(auroraSite({ '2031-01-10': { releases: {} } }));
  t.after(() => mirror.close());
  const watching = { 'errataLens.watch.enabled': true, 'errataLens.docsOrigin': mirror.origin };
  const options = { env, workspace: WORKSPACE, trusted: false, machineSettings: watching };
  await inWorkbench(t, options, async ({ workbench }) => {
    const { page } = workbench;
    await workbench.problems('3.04.0');
    await page.getByRole('tab', { name: 'Errata Lens' }).click();
    await page.locator('.pane-body', { hasText: 'In Restricted Mode no credentials are used.' }).waitFor();
    await page.locator('.pane-body', { hasText: 'In Restricted Mode the network is not used.' }).waitFor();
    assert.equal(await page.getByRole('button', { name: 'Scan AWS Accounts…' }).count(), 0);
    assert.equal(await page.locator('.statusbar-item', { hasText: 'Errata Lens' }).count(), 0);
    assert.deepEqual([...proxy.requests, ...mirror.requests], []);
  });
});
