import { text } from '../../../l10n/index.ts';
import type { RecordFilter } from '../../engine/observability.ts';

const GUIDE = 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide';

/** Omits statements of all but the named users. Connections are recorded in any case. */
export const ONLY_SOME_USERS: RecordFilter = {
  name: 'server_audit_incl_users',
  isGood: (value) => value.trim() === '',
  good: '',
  isOfCluster: true,
  omits: text('filter.otherUsers'),
  page: `${GUIDE}/AuroraMySQL.Auditing.html`,
};

/** Accounts of AWS, and common names of probes. */
const NOT_PEOPLE = /^rds\w*$|monitor|exporter|datadog|newrelic|zabbix|health|probe/i;

/** Omits statements of the named users. */
export const WITHOUT_SOME_USERS: RecordFilter = {
  name: 'server_audit_excl_users',
  isGood: (value) => value.split(',').every((user) => user.trim() === '' || NOT_PEOPLE.test(user.trim())),
  good: 'rdsadmin',
  isOfCluster: true,
  omits: text('filter.theseUsers'),
  page: `${GUIDE}/AuroraMySQL.Auditing.html`,
};
