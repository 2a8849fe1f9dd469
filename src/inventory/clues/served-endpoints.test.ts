import assert from 'node:assert/strict';
import test from 'node:test';
import { readClues } from '../index.ts';
import type { WorkspaceClues } from '../../model/index.ts';
import { temporaryFolder } from '../../../test/support/workspace.ts';

function cluesOf(folders: readonly string[]): WorkspaceClues {
  return readClues(folders) ?? assert.fail('it took too long');
}

const routesOf = (t: Parameters<typeof temporaryFolder>[0], files: Record<string, string>) =>
  Object.fromEntries(
    cluesOf([temporaryFolder(t, files)]).routes.map(({ path, reachesDatabase }) => [path, reachesDatabase]),
  );

test('follows a handler into helpers of its file and others', (t) => {
  assert.deepEqual(
    routesOf(t, {
      'src/server.js': `
const { checkAll, alive, elsewhere } = require('./health');

app.get('/deep', async (req, res) => {
  const state = await checkAll();

  res.json(state);
});
app.get('/alive', alive);
app.get('/other', async (req, res) => {
  await elsewhere();
  res.send('ok');
});
`,
      'src/health.js': `
async function checkAll() {
  return { database: await askDatabase() };
}
async function askDatabase() {
  await pool.query('SELECT 1');
  return true;
}
function alive(req, res) {
  res.status(200).send('ok');
}
`,
      'app.py': `
@app.route('/ready')
def ready():
    verify()
    return jsonify(ok=True)

def verify():
    connection.ensure_connection()
`,
      'main.go': `
func live(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(200)
}
func main() {
	http.HandleFunc("/live", live)
}
`,
    }),
    { '/deep': true, '/alive': false, '/other': null, '/ready': true, '/live': false },
  );
});

test('reads published pages and pages that a start script writes', (t) => {
  const { pages, routes } = cluesOf([
    temporaryFolder(t, {
      'public/health.html': 'ok',
      'web.tf': `user_data = <<-EOT
  echo ok > /var/www/html/alive.txt
  # echo ok > /var/www/html/never.txt
  cat > /var/www/html/db.php <<'PHP'
  <?php $pdo = new PDO('mysql:host=db'); $pdo->query('SELECT 1');
  PHP
  EOT
`,
      'nginx.conf':
        'location = /nginx-health {\n  return 200 "ok";\n}\nlocation /proxied {\n  proxy_pass http://app;\n}\n',
    }),
  ]);
  assert.deepEqual(pages.map(({ path }) => path).toSorted(), ['/alive.txt', '/health.html']);
  assert.deepEqual(routes.map(({ path, reachesDatabase }) => [path, reachesDatabase]).toSorted(), [
    ['/db.php', true],
    ['/nginx-health', false],
  ]);
});

test('reads pools and timeouts in the notation of each library', (t) => {
  const clues = cluesOf([
    temporaryFolder(t, {
      'app.properties':
        'url=jdbc:mysql://db/shop?connectTimeout=5000&socketTimeout=30000\nspring.datasource.hikari.maximum-pool-size=30\n#pool_size=99\n',
      'db.py': "engine = create_engine('mysql://db', pool_size=20, max_overflow=10)\n",
      'main.go': 'db, _ := sql.Open("mysql", "u:p@tcp(db)/shop?timeout=3s")\ndb.SetMaxOpenConns(40)\n',
      'pg.ts': "import pg from 'pg';\nnew Pool({ host: 'db', max: 15, connectionTimeoutMillis: 2000 });\n",
      'config/database.yml':
        'production:\n  adapter: mysql2\n  pool: <%= ENV.fetch("RAILS_MAX_THREADS") { 7 } %>\n',
      'retry.py': 'import pymysql\nmax_retries = 10\n',
    }),
  ]);
  assert.deepEqual(
    clues.pools.map(({ size }) => size).toSorted((a, b) => a - b),
    [7, 15, 30, 30, 40],
  );
  assert.deepEqual(clues.clients.map(({ kind, value }) => `${kind} ${value}`).toSorted(), [
    'connect-timeout 2',
    'connect-timeout 3',
    'connect-timeout 5',
    'read-timeout 30',
    'retries 10',
  ]);
});
