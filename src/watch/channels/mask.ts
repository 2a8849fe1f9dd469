import { idOf, type Alert } from '../alerts/alert.ts';

const ARN = /\barn:aws[\w-]*:[^\s"'|,;]*/g;
const ACCOUNT_ID = /(?<!\d)\d{12}(?!\d)/g;

/** A text without account ids and ARNs. */
export function maskAccounts(text: string): string {
  return text.replace(ARN, '(ARN)').replace(ACCOUNT_ID, '(account)');
}

/** An alert with stable asset ids that hide the account. Sentences name none. */
export function maskAlert(alert: Alert): Alert {
  return {
    ...alert,
    assetIds: alert.assetIds.map((id) => (maskAccounts(id) === id ? id : `asset-${idOf(id)}`)),
  };
}
