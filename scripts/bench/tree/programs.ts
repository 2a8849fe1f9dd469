// Pieces of programs, scripts and image builds for the benchmark's tree. The number makes pieces differ.

/**
 * Name in a file's code. In every third file it contains a word that makes a scan parse the file, as in a third of real
 * programs.
 */
export function collectionName(n: number): string {
  return Math.floor(n / 1000) % 3 === 0 ? 'records' : 'items';
}

/** Line that names an engine in every fortieth file without declaring anything: only parsing shows that. */
function engineMention(n: number, line: string): string {
  return Math.floor(n / 1000) % 40 === 7 ? line : '';
}

export function typescript(n: number): string {
  const engines = `const ENGINES_${n} = ['aurora-mysql', 'aurora-postgresql'];\n`;
  return `${engineMention(n, engines)}export class Queue${n} extends Construct {
  readonly queue: sqs.Queue;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const deadLetters = new sqs.Queue(this, 'DeadLetters', { retentionPeriod: Duration.days(14) });
    this.queue = new sqs.Queue(this, 'Queue', {
      queueName: '${collectionName(n)}-${n}',
      visibilityTimeout: Duration.seconds(${30 + (n % 60)}),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: 5 },
    });
  }
}
`;
}

export function python(n: number): string {
  const engines = `ENGINES_${n} = ("aurora-mysql", "aurora-postgresql")\n\n`;
  return `${engineMention(n, engines)}def handle_item_${n}(event, context):
    """Writes one of the ${collectionName(n)}, and tells whether it was new."""
    table = boto3.resource("dynamodb").Table(os.environ["TABLE_NAME"])
    item = json.loads(event["body"])
    if not item.get("id"):
        return {"statusCode": 400, "body": json.dumps({"error": "no id", "part": ${n}})}
    table.put_item(Item={"id": item["id"], "value": item.get("value", ${n % 100})})
    return {"statusCode": 201}

`;
}

export function go(n: number): string {
  return `
// handleItem${n} answers with one of the ${collectionName(n)}.
func handleItem${n}(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	item, err := store.Find(r.Context(), id, ${n % 100})
	if err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	_ = json.NewEncoder(w).Encode(item)
}
`;
}

export function java(n: number): string {
  return `  /** Answers with one of the ${collectionName(n)}. */
  public Optional<Item> findItem${n}(String id) {
    return repository.findById(id).filter(item -> item.getCount() > ${n % 100}).map(Item::copy);
  }
`;
}

export function shell(n: number): string {
  return `
deploy_part_${n}() {
  local stage="$1"
  echo "Deploying the ${collectionName(n)} of part ${n} to \${stage}"
  aws s3 sync "build/part-${n}" "s3://shop-\${stage}-assets/part-${n}" --delete
  if ! aws ecs update-service --cluster "\${stage}" --service "part-${n}" --force-new-deployment; then
    echo "part ${n} failed" >&2
    return 1
  fi
}
`;
}

export function dockerfile(n: number): string {
  return `FROM node:24-slim AS build-${n}
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev
COPY . .
CMD ["node", "server-${n}.js"]
`;
}

export function packer(n: number): string {
  return `build {
  name    = "image-${n}"
  sources = ["source.docker.base"]

  provisioner "shell" {
    inline = ["apt-get update", "apt-get install -y nginx", "rm -rf /tmp/part-${n}"]
  }
}
`;
}

export function typescriptCluster(n: number): string {
  return `export const cluster = new rds.DatabaseCluster(stack, 'Main', {
  engine: rds.DatabaseClusterEngine.auroraMysql({ version: rds.AuroraMysqlEngineVersion.VER_3_04_${n % 4} }),
  writer: rds.ClusterInstance.serverlessV2('writer'),
  vpc,
});
`;
}

export function pythonCluster(n: number): string {
  return `cluster = rds.DatabaseCluster(
    stack, "Main",
    engine=rds.DatabaseClusterEngine.aurora_mysql(version=rds.AuroraMysqlEngineVersion.VER_3_05_${n % 2}),
)
`;
}

export function goCluster(n: number): string {
  return `
func newCluster(stack awscdk.Stack) awsrds.DatabaseCluster {
	return awsrds.NewDatabaseCluster(stack, jsii.String("Main"), &awsrds.DatabaseClusterProps{
		Engine: awsrds.DatabaseClusterEngine_AuroraMysql(&awsrds.AuroraMysqlClusterEngineProps{
			Version: awsrds.AuroraMysqlEngineVersion_VER_3_04_${n % 4}(),
		}),
	})
}
`;
}

export function javaCluster(n: number): string {
  return `  DatabaseCluster newCluster() {
    return DatabaseCluster.Builder.create(this, "Main")
        .engine(DatabaseClusterEngine.auroraMysql(AuroraMysqlClusterEngineProps.builder()
            .version(AuroraMysqlEngineVersion.VER_3_04_${n % 4}).build()))
        .build();
  }
`;
}

export function shellCluster(n: number): string {
  return `
aws rds create-db-cluster --db-cluster-identifier main-${n} --engine aurora-mysql \\
  --engine-version 8.0.mysql_aurora.3.04.${n % 4}
`;
}

export function osDockerfile(): string {
  return `FROM public.ecr.aws/amazonlinux/amazonlinux:2023.4.20240416.0
RUN dnf install -y nginx
`;
}

export function osPacker(): string {
  return `source "amazon-ebs" "linux" {
  source_ami_filter {
    filters     = { name = "al2023-ami-2023.4.20240416.0-kernel-6.1-x86_64" }
    owners      = ["amazon"]
    most_recent = true
  }
}
`;
}
