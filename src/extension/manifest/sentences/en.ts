import { commandLink } from '../../contributions/commands.ts';
import { editorId } from '../../contributions/names.ts';
import { settingsLink } from '../../contributions/settings.ts';

/** English sentences of package.json: `npm run manifest` writes package.nls.json from them. */
export const ENGLISH = {
  displayName: 'Errata Lens',
  description:
    "Known bugs of the Aurora, RDS and Amazon Linux versions that your infrastructure code pins, from the vendor's own release notes.",
  untrusted:
    'In a restricted workspace Errata Lens only reads: files, and the catalogue on this machine. Diagnostics, hovers, the workspace view, the checklist, Incident, Prepare Support Case and the documents of known bugs and upgrade advice are available. Nothing is written, and neither the network nor credentials are used: no edits, no acceptance or export, no account scan, no watch.',
  noDisk:
    'Folders that are on no disk are read by the extension for browsers, for example in vscode.dev and github.dev.',
  'browser.virtual':
    'In a browser Errata Lens reads folders through the editor, up to 3,000 files and 64 MB each, and judges them by the catalogue that came with it. Diagnostics, hovers, quick fixes of versions, known bugs and upgrade advice are available. Accounts, the watch, the checklist, Incident and assistants are in the desktop extension only.',
  'browser.untrusted':
    'In a restricted workspace Errata Lens only reads: diagnostics, hovers, known bugs and upgrade advice are available. No edits are offered.',
  'command.scanWorkspace': 'Scan Workspace',
  'command.showBugs': 'Show Known Bugs of a Version…',
  'command.openChecklist': 'Open Checklist',
  'command.fixResource': 'Fix Failed Checks of a Resource…',
  'command.incident': 'Incident…',
  'command.supportCase': 'Prepare Support Case…',
  'command.changeBrief': 'Prepare Change Brief…',
  'command.showLog': 'Show Log',
  'command.showUpgrade': 'Show Upgrade Advice for a Version…',
  'command.whatsNew': "What's New for You",
  'command.checkForNews': 'Check for New Notes Now',
  'command.news.markRead': 'Mark News as Read',
  'command.news.markAllRead': 'Mark All News as Read',
  'command.news.markUnread': 'Mark News as New Again',
  'command.news.snooze': 'Snooze News…',
  'command.news.mute': 'Mute Product…',
  'command.news.unmute': 'Unmute Product…',
  'command.news.openCode': 'Open Code of News…',
  'command.news.openPage': "Open the Vendor's Page of News…",
  'command.scanAccounts': 'Scan AWS Accounts…',
  'command.deleteAccountScan': 'Delete the Kept Result of the Account Scan…',
  'command.exportAccountsMarkdown': 'Export the Account Scan as Markdown…',
  'command.exportAccountsJson': 'Export the Account Scan as JSON…',
  'command.filterTree': 'Filter Views by Severity…',
  'command.refreshWorkspace': 'Refresh',
  'command.copyArn': 'Copy ARN',
  'command.openConsole': 'Open in AWS Console',
  'command.tree.open': 'Go to Code',
  'setting.enable': 'Analyse this folder.',
  'setting.codeLens': 'Show the known bugs of a version above its line.',
  'setting.readingBudget': 'Seconds of CPU time after which a file is skipped and named in the log.',
  'setting.levels': 'How loudly each level is shown; nothing is an error unless mapped here.',
  'setting.watch.enabled':
    'Check the release notes of what you run once a day, at `docs.aws.amazon.com`, `cdn.amazonlinux.com`, `alas.aws.amazon.com`, `advisories.bottlerocket.aws`, `raw.githubusercontent.com` and `www.postgresql.org` only.',
  'setting.watch.schedule':
    'When to check, as a cron expression (`30 9 * * 1-5`: weekdays at 9:30); empty means daily at a random minute, fixed per machine.',
  'setting.watch.timeZone':
    'Time zone of the schedule, for example `Asia/Tokyo`; empty means that of this machine.',
  'setting.watch.notify': 'Show a message when a check finds something.',
  'setting.docsOrigin':
    'Address of a mirror to read instead of `https://docs.aws.amazon.com`; empty means AWS itself.',
  'setting.accounts.tier': 'How much an account scan may read; each tier includes those before it.',
  'setting.accounts.tier.versions': 'What runs, in which version.',
  'setting.accounts.tier.checklist': 'What the checklist needs, and live signs of trouble.',
  'setting.accounts.tier.evidence': 'What instances do at start; the answers can show user data.',
  'setting.accounts.aggregator':
    'Name of an AWS Config aggregator, to scan the whole organisation through the first profile.',
  'setting.accounts.endpoint':
    'Endpoint to use instead of those of the AWS services, for example of a proxy or a test server.',
  'setting.assistants.enabled':
    'Let assistants in this editor ask Errata Lens: as tools of its language models, and as a server of the Model Context Protocol. They read the open folders and the catalogue on this machine; what they are told may go to the assistant’s provider.',
  'tool.scan_workspace': 'Known bugs of what a folder pins',
  'tool.known_bugs': 'Known bugs of a version',
  'tool.cve': 'Versions that a CVE affects',
  'tool.is_this_my_bug': 'Is this a listed bug?',
  'tool.upgrade_advice': 'Upgrade advice for a version',
  'tool.checklist': 'Observability checklist of a folder',
  'tool.whats_new': 'What is new about what a folder pins',
  'walkthrough.title': 'Get Started with Errata Lens',
  'walkthrough.text': 'Find the known bugs of the versions that you run.',
  'walkthrough.folder.title': 'Open a folder',
  'walkthrough.folder.text':
    'Open a folder with Terraform, CloudFormation, CDK or other infrastructure code.\n[Open Folder](command:vscode.openFolder)',
  'walkthrough.read.title': 'Read a finding',
  'walkthrough.read.text': `The badge and the status bar count the versions with urgent bugs. Point at an underlined version: the hover shows the next step and the bugs that matter most; the light bulb sets the version.\n[Scan Workspace](${commandLink('scanWorkspace')})`,
  'walkthrough.accounts.title': 'Scan an account',
  'walkthrough.accounts.text': `See what runs in AWS beside the code that declares it. Every call only reads.\n[Scan AWS Accounts…](${commandLink('scanAccounts')})`,
  'walkthrough.checklist.title': 'Open the checklist',
  'walkthrough.checklist.text': `Check logs, alarms and health checks before the next incident.\n[Open Checklist](command:${editorId('openChecklist')})`,
  'walkthrough.watch.title': 'Let it watch',
  'walkthrough.watch.text': `Errata Lens checks the release notes once a day and reports only what concerns you.\n[What's New for You](${commandLink('whatsNew')})`,
  'view.workspace': 'Workspace',
  'view.accounts': 'Accounts',
  'view.news': 'News',
  'welcome.noFolder':
    'No folder is open.\n[Open Folder](command:vscode.openFolder)\nErrata Lens shows the databases and images that its infrastructure code declares.',
  'welcome.workspace': `No database, Auto Scaling group or image was found in the open folders.\n[Scan Workspace](${commandLink('scanWorkspace')})\nRead: Terraform, CloudFormation and SAM, CDK and Pulumi programs, Ansible, Packer, Kubernetes manifests, Helm, pipelines, scripts and Dockerfiles.\nLooked for: databases of Aurora and RDS, Auto Scaling groups, and images of Amazon Linux and Bottlerocket.\nIs the code elsewhere? Look at one version, or at what runs.\n[Show Known Bugs of a Version…](command:${editorId('showBugs')})`,
  'welcome.workspaceAccounts': `[Scan AWS Accounts…](${commandLink('scanAccounts')})`,
  'welcome.reading': 'Reading the open folders…',
  'welcome.restricted':
    'In Restricted Mode no credentials are used. Trust the workspace to read AWS accounts.\n[Manage Workspace Trust](command:workbench.trust.manage)',
  'welcome.news': `Nothing new about what you run.\n[Check for New Notes Now](${commandLink('checkForNews')})\nErrata Lens checks once a day and reports what the vendor has published since.`,
  'welcome.newsUnread': `Not all release notes about what you run could be read: whether there is news is unknown.\n[Check for New Notes Now](${commandLink('checkForNews')})\n[Show Log](${commandLink('showLog')})`,
  'welcome.newsNever': `The release notes have not been checked yet.\n[Check for New Notes Now](${commandLink('checkForNews')})\nErrata Lens checks once a day and reports what the vendor has published since.`,
  'welcome.newsOff': `The watch is off: no release notes are fetched.\n[Open Settings](${settingsLink('watch')})`,
  'welcome.restrictedNews':
    'In Restricted Mode the network is not used. Trust the workspace to get news.\n[Manage Workspace Trust](command:workbench.trust.manage)',
  'welcome.accounts': `Running in AWS, joined with the code that declares it. Credentials of the AWS profiles of this machine are used for the scan and never kept; every call only reads.\n[Scan AWS Accounts…](${commandLink('scanAccounts')})`,
} as const;

/** Key of a sentence in package.json. */
export type Sentence = keyof typeof ENGLISH;
