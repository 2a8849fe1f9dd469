import { idOf, type Alert } from '../alerts/alert.ts';

const ARN = /\barn:aws[\w-]*:[^\s"'|,;]*/g;
const ACCOUNT_ID = /(?<!\d)\d{12}(?!\d)/g;

/** A text without account ids and ARNs. */
export function maskAccounts(text: string): string {
  return text.replace(ARN, '(ARN)').replace(ACCOUNT_ID, '(account)');
}

/** An alert whose asset ids say the same of an asset each time, and not in which account it is. Sentences name none. */
export function maskAlert(alert: Alert): Alert {
  return {
    ...alert,
    assetIds: alert.assetIds.map((id) => (maskAccounts(id) === id ? id : `asset-${idOf(id)}`)),
  };
}
