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
import type { AdviceOptions } from '../advice/options.ts';
import type { Answer } from './answers.ts';
import type { Graph } from './reading/graph.ts';

/** Inputs of a check besides its asset. */
export interface CheckContext {
  graph: Graph;
  catalogue: Catalogue;
  /** YYYY-MM-DD */
  today: string;
  /** Features that the team declares to be in use. */
  features: readonly Feature[];
  advising: AdviceOptions;
  /** Catalogue without the bugs that the team suppressed for an asset: as findings count them. */
  catalogueFor: (asset: Asset) => Catalogue;
  /** Clues from other files of the workspace; null if they were not read. */
  clues: WorkspaceClues | null;
  /** Threshold of the check: the team's value, else the given standard. */
  threshold: (name: string, standard: number) => number;
}

/** Sentences that replace those of a check for a service with its own terms. */
export type OwnWords<Words> = Partial<Record<EngineService, Partial<Words>>>;

/** Question of the checklist, answered for every asset of some kinds. */
export interface Check {
  id: string;
  title: Text;
  why: Text;
  level: CheckLevel;
  appliesTo: readonly AssetKind[];
  /** Excludes databases whose engine lacks the feature. Without it the check applies to all. */
  isAsked?: (engine: Observability) => boolean;
  evaluate(asset: Asset, context: CheckContext): Answer;
  /** Cost or risk of the fix. */
  care?: Text;
  ownWords?: OwnWords<Pick<Check, 'title' | 'why' | 'care'>>;
  /** The vendor's page about the subject; a function if each engine has its own. */
  helpUri: string | ((engine: Observability) => string);
  mappings: ControlMappings;
  /** Field of an engine's observability with the controls that only this engine has. */
  engineControls?: keyof Observability['controls'];
  notes?: readonly Note[];
}

/** Sub-rule, reported with its check without changing its answer. */
export interface Note {
  id: string;
  title: Text;
  level: CheckLevel;
  evaluate(asset: Asset, context: CheckContext): Answer;
  ownWords?: OwnWords<Pick<Note, 'title'>>;
}

/** Mappings of a check; omitted ones are empty. */
export function controlMappings(some: Partial<ControlMappings>): ControlMappings {
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
