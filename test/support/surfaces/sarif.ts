import assert from 'node:assert/strict';
import { Ajv } from 'ajv';

const message = {
  type: 'object',
  required: ['text'],
  properties: { text: { type: 'string', minLength: 1 }, markdown: { type: 'string', minLength: 1 } },
  additionalProperties: false,
};
const level = { enum: ['none', 'note', 'warning', 'error'] };
const location = {
  type: 'object',
  anyOf: [{ required: ['physicalLocation'] }, { required: ['logicalLocations'] }],
  properties: {
    id: { type: 'integer', minimum: 0 },
    message,
    physicalLocation: {
      type: 'object',
      required: ['artifactLocation', 'region'],
      properties: {
        artifactLocation: {
          type: 'object',
          required: ['uri', 'uriBaseId'],
          // A relative reference: no scheme, no leading slash, no character that needs encoding.
          properties: {
            uri: { type: 'string', pattern: "^(?![/:])[\\w.~%!$&'()*+,;=@/-]+$" },
            // The root of the repository in code scanning.
            uriBaseId: { const: '%SRCROOT%' },
          },
          additionalProperties: false,
        },
        region: {
          type: 'object',
          required: ['startLine', 'startColumn', 'endLine', 'endColumn'],
          additionalProperties: false,
          properties: Object.fromEntries(
            ['startLine', 'startColumn', 'endLine', 'endColumn'].map((name) => [
              name,
              { type: 'integer', minimum: 1 },
            ]),
          ),
        },
      },
      additionalProperties: false,
    },
    logicalLocations: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        properties: { fullyQualifiedName: { type: 'string' }, kind: { type: 'string' } },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
};

const uri = { type: 'string', pattern: '^https://[^\\s<>"]+$' };
/** A property bag (3.8) without repeated tags. */
const properties = {
  type: 'object',
  properties: { tags: { type: 'array', uniqueItems: true, items: { type: 'string' } } },
};

/**
 * The parts of SARIF 2.1.0 (OASIS, sections 3.13 to 3.49) that a log of Errata Lens may use, in our own words: every
 * property that it writes, none that it does not, and nowhere laxer than the schema of OASIS. The compiler holds it to
 * the names and kinds of values of all of SARIF: see report/sarif.ts.
 */
const LOG = {
  type: 'object',
  required: ['$schema', 'version', 'runs'],
  additionalProperties: false,
  properties: {
    $schema: uri,
    version: { const: '2.1.0' },
    runs: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['tool', 'results'],
        additionalProperties: false,
        properties: {
          originalUriBaseIds: {
            type: 'object',
            required: ['%SRCROOT%'],
            additionalProperties: {
              type: 'object',
              required: ['description'],
              additionalProperties: false,
              properties: { description: message },
            },
          },
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          tool: {
            type: 'object',
            required: ['driver'],
            additionalProperties: false,
            properties: {
              driver: {
                type: 'object',
                required: ['name', 'rules'],
                additionalProperties: false,
                properties: {
                  name: { type: 'string' },
                  version: { type: 'string' },
                  language: { type: 'string', pattern: '^[a-z]{2}-[A-Z]{2}$' },
                  rules: {
                    type: 'array',
                    uniqueItems: true,
                    items: {
                      type: 'object',
                      required: ['id', 'shortDescription', 'help'],
                      additionalProperties: false,
                      properties: {
                        id: { type: 'string' },
                        shortDescription: message,
                        fullDescription: message,
                        help: message,
                        helpUri: uri,
                        defaultConfiguration: {
                          type: 'object',
                          additionalProperties: false,
                          properties: { level },
                        },
                        properties,
                      },
                    },
                  },
                },
              },
            },
          },
          results: {
            type: 'array',
            items: {
              type: 'object',
              required: ['ruleId', 'ruleIndex', 'level', 'message', 'locations', 'partialFingerprints'],
              additionalProperties: false,
              properties: {
                ruleId: { type: 'string' },
                ruleIndex: { type: 'integer', minimum: 0 },
                level,
                message,
                locations: { type: 'array', minItems: 1, items: location },
                relatedLocations: { type: 'array', uniqueItems: true, items: location },
                partialFingerprints: { type: 'object', additionalProperties: { type: 'string' } },
                suppressions: {
                  type: 'array',
                  uniqueItems: true,
                  items: {
                    type: 'object',
                    required: ['kind'],
                    additionalProperties: false,
                    properties: {
                      kind: { enum: ['inSource', 'external'] },
                      status: { enum: ['accepted', 'underReview', 'rejected'] },
                      justification: { type: 'string' },
                    },
                  },
                },
                properties,
              },
            },
          },
        },
      },
    },
  },
};

export interface SarifRule {
  id: string;
  properties: { tags: string[]; 'security-severity'?: string };
}

export interface SarifResult {
  ruleId: string;
  ruleIndex: number;
  level: string;
  message: { text: string };
  locations: { physicalLocation?: { artifactLocation: { uri: string }; region: { startLine: number } } }[];
  relatedLocations?: { message: { text: string } }[];
  partialFingerprints: Record<string, string>;
  suppressions?: { kind: string; justification: string }[];
}

/** Asserts that a value is a SARIF log, and returns its rules and results. */
export function readSarif(log: unknown): { rules: SarifRule[]; results: SarifResult[] } {
  const holds = new Ajv({ allErrors: true }).compile(LOG);
  assert.ok(holds(log), new Ajv().errorsText(holds.errors?.slice(0, 10), { separator: '\n' }));
  const [run] = (log as { runs: { tool: { driver: { rules: SarifRule[] } }; results: SarifResult[] }[] })
    .runs;
  assert.ok(run !== undefined);
  const { rules } = run.tool.driver;
  for (const { ruleId, ruleIndex } of run.results) assert.equal(rules[ruleIndex]?.id, ruleId);
  return { rules, results: run.results };
}
