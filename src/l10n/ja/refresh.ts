export function refresh({ isPast }: { isPast: boolean }): string {
  return isPast
    ? 'その日より後の情報は除いています（--as-of）。'
    : 'カタログを更新してください: errata-lens catalogue update';
}
