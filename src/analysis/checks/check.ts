import type {
  Asset,
  AssetKind,
  Catalogue,
  CheckLevel,
  ControlMappings,
  Feature,
  Text,
  WorkspaceClues,
} from '../../model/index.ts';
import type { EngineService, Observability } from '../../products/index.ts';
import type { Advising } from '../advice/options.ts';
import type { Answer } from './answers.ts';
import type { Graph } from './reading/graph.ts';

/** What a check may ask besides its asset. */
export interface CheckContext {
  graph: Graph;
  catalogue: Catalogue;
  /** YYYY-MM-DD */
  today: string;
  /** Features that the team knows to be in use. */
  features: readonly Feature[];
  advising: Advising;
  /** What other files of the workspace tell; null when they were not read. */
  clues: WorkspaceClues | null;
  /** A threshold of the check, as the team set it or as given here. */
  threshold: (name: string, standard: number) => number;
}

/** Sentences of a check in place of its own, where a service has other words for the same thing. */
export type OwnWords<Words> = Partial<Record<EngineService, Partial<Words>>>;

/** A question of the checklist, asked of every asset of some kinds. */
export interface Check {
  id: string;
  title: Text;
  why: Text;
  level: CheckLevel;
  appliesTo: readonly AssetKind[];
  /** Left out for databases of an engine that has nothing of the kind; all are asked without it. */
  isAsked?: (engine: Observability) => boolean;
  evaluate(asset: Asset, context: CheckContext): Answer;
  /** What a fix costs or can break. */
  care?: Text;
  ownWords?: OwnWords<Pick<Check, 'title' | 'why' | 'care'>>;
  /** A page of the vendor; of an engine's own where each engine has another. */
  helpUri: string | ((engine: Observability) => string);
  mappings: ControlMappings;
  /** Controls that ask the same of one engine alone. */
  engineControls?: keyof Observability['controls'];
  notes?: readonly Note[];
}

/** A sub-rule: told with its check, without changing the check's answer. */
export interface Note {
  id: string;
  title: Text;
  level: CheckLevel;
  evaluate(asset: Asset, context: CheckContext): Answer;
  ownWords?: OwnWords<Pick<Note, 'title'>>;
}

/** The mappings of a check; what is left out is empty. */
export function maps(some: Partial<ControlMappings>): ControlMappings {
  return { securityHub: [], config: [], prowler: [], checkov: [], wellArchitected: [], ...some };
}

const DOCS = 'https://docs.aws.amazon.com';

/** A page that the user guides of all engines have. */
export function databaseGuide(page: string): (engine: Observability) => string {
  return ({ pages }) => `${pages.guide}${page}.html`;
}

/** A page of the EC2 Auto Scaling User Guide. */
export function scalingGuide(page: string): string {
  return `${DOCS}/autoscaling/ec2/userguide/${page}.html`;
}

/** A page of the guide to Application Load Balancers. */
export function balancerGuide(page: string): string {
  return `${DOCS}/elasticloadbalancing/latest/application/${page}.html`;
}

/** A page of the Amazon CloudWatch User Guide. */
export function cloudWatchGuide(page: string): string {
  return `${DOCS}/AmazonCloudWatch/latest/monitoring/${page}.html`;
}
