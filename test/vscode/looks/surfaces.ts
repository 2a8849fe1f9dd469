import type { Workbench } from '../harness/windows/workbench.ts';
import { runAndChoose } from './choices.ts';
import { unfold, type Surface } from './look.ts';

/** Names of commands, pages and their parts. */
interface Names {
  bugs: string;
  upgrade: string;
  recommended: string;
  incident: string;
  symptom: string;
  incidentHeading: string;
  checklist: string;
  next: string;
  urgent: string;
  walkthrough: string;
  supportCase: string;
  unknownSymptom: string;
  language: string;
  caseHeading: string;
}

const NAMES: Record<'en' | 'ja', Names> = {
  en: {
    bugs: 'Errata Lens: Show Known Bugs of a Version…',
    upgrade: 'Errata Lens: Show Upgrade Advice for a Version…',
    recommended: 'recommended',
    incident: 'Errata Lens: Incident…',
    symptom: 'Connections are aborted',
    incidentHeading: 'Incident: shop-web',
    checklist: 'Errata Lens: Open Checklist',
    next: 'Upgrade to 2.12.6 now',
    urgent: 'urgent',
    walkthrough: 'Get Started with Errata Lens',
    supportCase: 'Errata Lens: Prepare Support Case…',
    unknownSymptom: 'Unknown: show',
    language: 'English',
    caseHeading: 'Support case',
  },
  ja: {
    bugs: 'Errata Lens: バージョンの既知の不具合を表示…',
    upgrade: 'Errata Lens: バージョンの移行先を表示…',
    recommended: '推奨',
    incident: 'Errata Lens: 障害対応…',
    symptom: '接続が切断される',
    incidentHeading: '障害対応: shop-web',
    checklist: 'Errata Lens: チェックリストを開く',
    next: 'すぐ 2.12.6 に',
    urgent: '緊急',
    walkthrough: 'Errata Lens を始める',
    supportCase: 'Errata Lens: サポートケースの準備…',
    unknownSymptom: '不明',
    language: '日本語',
    caseHeading: 'サポートケース',
  },
};

/** Every page of the incident, each opened when it is looked at. */
export async function openSurfaces(workbench: Workbench, locale: 'en' | 'ja'): Promise<Surface[]> {
  const names = NAMES[locale];
  const { page } = workbench;
  await workbench.openView();
  await page
    .getByRole('treeitem', { name: /aws_rds_cluster\.shop,/ })
    .first()
    .click();
  // The opened file takes the focus, and therefore the typed text.
  await page.locator('#status\\.editor\\.selection', { hasText: 'Ln 5,' }).waitFor();
  await page.keyboard.press('ArrowRight');
  return [...pages(names), walkthrough(names), version(names)];
}

/** The tab shows all walkthroughs as soon as another one was opened. */
function walkthrough({ walkthrough }: Names): Surface {
  return {
    name: 'walkthrough',
    drawnBy: 'editor',
    async show(workbench) {
      const step = workbench.page.locator('.getting-started-step.expanded');
      await runAndChoose(workbench, 'Welcome: Open Walkthrough...', [walkthrough], step);
    },
  };
}

/** The version in its file, with the line above and the hover, by the keyboard alone. */
function version({ next, urgent }: Names): Surface {
  return {
    name: 'version',
    drawnBy: 'editor',
    async show(workbench) {
      await workbench.openFile('database.tf', 5, 30);
      await workbench.page.locator('.codelens-decoration', { hasText: urgent }).first().waitFor();
      await workbench.page.mouse.move(5, 5);
      const hover = await workbench.hover(5, 30, next);
      await hover.getByText('2.12.1').first().waitFor();
    },
  };
}

/** A support case of the incident's cluster, in the window's language: Markdown, shown by an open preview. */
export async function openSupportCase(workbench: Workbench, locale: 'en' | 'ja'): Promise<Surface> {
  const { supportCase, unknownSymptom, language, caseHeading } = NAMES[locale];
  const tab = workbench.page.locator('.tab.active', { hasText: 'Untitled' });
  await runAndChoose(workbench, supportCase, [unknownSymptom, language], tab);
  return {
    name: 'support-case',
    drawnBy: 'editor',
    async show({ page }) {
      await page.locator('.tab', { hasText: 'Untitled' }).first().click();
      await page.locator('.monaco-editor .view-lines').getByText(caseHeading).first().waitFor();
    },
  };
}

function pages(names: Names): Surface[] {
  return [
    {
      name: 'bugs',
      drawnBy: 'page',
      async show(workbench) {
        await workbench.runCommand(names.bugs);
        await workbench.answerInput('2.11.1');
        await workbench.webview().getByRole('status').waitFor();
      },
    },
    {
      name: 'upgrade',
      drawnBy: 'page',
      show(workbench) {
        const row = workbench.webview().getByRole('row', { name: new RegExp(names.recommended) });
        return runAndChoose(workbench, names.upgrade, ['Aurora MySQL 2.11.1'], row.first());
      },
    },
    {
      name: 'checklist-open',
      drawnBy: 'page',
      async show(workbench) {
        await workbench.runCommand(names.checklist);
        await workbench.webview().locator('article').first().waitFor();
        await unfold(workbench.webview());
      },
    },
    {
      name: 'incident',
      drawnBy: 'preview',
      show(workbench) {
        const heading = workbench.webview().getByRole('heading', { name: names.incidentHeading });
        return runAndChoose(workbench, names.incident, ['shop-web', names.symptom], heading);
      },
    },
  ];
}
