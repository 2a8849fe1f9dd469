import { application } from './checklist/application.ts';
import { cares } from './checklist/cares.ts';
import { chains } from './checklist/chains.ts';
import { evidence } from './checklist/evidence.ts';
import { fixes } from './checklist/fixes.ts';
import { incident } from './checklist/incident.ts';
import { loop } from './checklist/loop.ts';
import { overview } from './checklist/overview.ts';
import { report } from './checklist/report.ts';
import { surge } from './checklist/surge.ts';
import { titles } from './checklist/titles.ts';
import { whys } from './checklist/whys.ts';
import { together } from '../together.ts';

/** The observability checklist: questions, evidence, fixes, and the replacement loop. */
export const checklist = together(
  titles,
  whys,
  chains,
  evidence,
  fixes,
  cares,
  loop,
  incident,
  overview,
  report,
  surge,
  application,
);
