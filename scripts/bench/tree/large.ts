// Content that makes files large in real repositories and is no infrastructure code: recorded state, tables,
// generated and vendored code, minified text. The number makes pieces differ.

import { customResource } from './documents.ts';
import { collectionName } from './programs.ts';

/** List of images as AWS returns it: each entry has the words of a pin, but no pin. */
export function imageAnswer(n: number): string {
  const id = `ami-${(n * 2654435761).toString(16).padStart(17, '0').slice(0, 17)}`;
  const answer = {
    ami_id: id,
    architecture: 'x86_64',
    description: `Amazon Linux AMI 2.0.2025${String(100 + (n % 900))} x86_64 ECS HVM GP2`,
    name: `amzn2-ami-ecs-hvm-2.0.2025${String(100 + (n % 900))}-x86_64-ebs`,
    owner_id: '123456789012',
    platform: null,
    public: true,
    root_device_name: '/dev/xvda',
    state: 'available',
  };
  return JSON.stringify(answer, null, 2);
}

/** Instance types of a zone: a large file without pins. */
export function instanceTypeOffer(n: number): string {
  return JSON.stringify({
    InstanceType: `m${n % 8}g.${n % 4}xlarge`,
    LocationType: 'availability-zone',
    Location: `zone-${n}`,
  });
}

/** Resource in a recorded state file. */
export function stateResource(n: number): string {
  const resource = {
    urn: `urn:pulumi:test::shop::aws:lambda/function:Function::worker-${n}`,
    custom: true,
    type: 'aws:lambda/function:Function',
    inputs: { runtime: 'nodejs22.x', timeout: n % 60, environment: { variables: { PART: `${n}` } } },
    outputs: { arn: `arn:aws:lambda:eu-west-1:123456789012:function:worker-${n}`, memorySize: 512 },
    dependencies: [`urn:pulumi:test::shop::aws:iam/role:Role::worker-${n}`],
  };
  return JSON.stringify(resource, null, 2);
}

/** Recorded API call of a test, on one line. */
export function recordedCall(n: number): string {
  const answer = { engine: 'aurora-mysql', arn: `arn:aws:rds:eu-west-1:123456789012:cluster:c-${n}` };
  return JSON.stringify({ method: '/pulumirpc.ResourceProvider/Check', request: { urn: `c-${n}` }, answer });
}

export function lockedPackage(n: number): string {
  return `"node_modules/item-${n}": {
      "version": "${n % 9}.${n % 30}.0",
      "resolved": "https://registry.example.com/item-${n}/-/item-${n}-${n % 9}.${n % 30}.0.tgz",
      "integrity": "sha512-${'b3JkZXJz'.repeat(10)}${n}==",
      "license": "MIT"
    }`;
}

export function manifestField(n: number): string {
  return `"script-${n}": "node scripts/part-${n}.js --verbose && echo done"`;
}

/** Path of an API description: long YAML without pins. */
export function apiPath(n: number): string {
  return `  /items-${n}/{id}:
    get:
      operationId: getItem${n}
      description: |
        Returns one item of part ${n}, as it was when it was written last. ${collectionName(n)} that are gone
        answer with the day on which they went, as long as that is known.
      parameters:
        - name: id
          in: path
          required: true
          schema: { type: string, maxLength: ${10 + (n % 90)} }
      responses:
        "200":
          description: The item
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Item${n}" }
        "404": { description: No such item }
`;
}

/** Node class definition of an operator: its group contains a word that we search for, but it declares no resource. */
export function nodeClassDefinition(n: number): string {
  const properties = Array.from(
    { length: 40 },
    (_, i) => `                field${i}:
                  description: |-
                    Field ${i} of part ${n} is taken over by the controller when the item is made, and is
                    not looked at again. See the documents of the service.
                  maxLength: ${100 + i}
                  type: string
                  x-kubernetes-validations:
                    - message: must not be empty
                      rule: self != ''
`,
  );
  return customResource(n, 'karpenter.k8s.aws', 'Cluster', properties);
}

/** Type of a vendored SDK: plain Go that mentions AWS, more than anybody writes by hand. */
export function vendoredType(n: number): string {
  return `
// GetItem${n}Input is the input of GetItem${n}. For more information see the guide of the service.
type GetItem${n}Input struct {
	// The name of the item, as it was given when it was made.
	//
	// This member is required.
	Name *string

	// How many of the ${collectionName(n)} are given at once, between 1 and ${n % 1000}.
	MaxResults *int32

	noSmithyDocumentSerde
}

func (c *Client) GetItem${n}(ctx context.Context, params *GetItem${n}Input, optFns ...func(*Options)) (*GetItem${n}Output, error) {
	if params == nil {
		params = &GetItem${n}Input{}
	}
	result, metadata, err := c.invokeOperation(ctx, "GetItem${n}", params, optFns, c.addOperationGetItem${n}Middlewares)
	if err != nil {
		return nil, err
	}
	out := result.(*GetItem${n}Output)
	out.ResultMetadata = metadata
	return out, nil
}
`;
}

export function minified(n: number): string {
  return `function a${n}(e,t){return e&&e.nodeType===${n % 12}?t.createElement("div",{key:${n}}):null}var b${n}=function(e){for(var t=0,n=e.length;t<n;t++)if(e[t]===${n})return t;return-1};`;
}

export function terragruntInput(n: number): string {
  return `  setting_${n} = { count = ${n % 100}, name = "items-\${local.stage}-${n}" }\n`;
}
