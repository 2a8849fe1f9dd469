import type { Effect } from '../steps.ts';

const START_WORDS = 'start restart reload-or-restart try-restart condrestart force-reload reload'.split(' ');
const STOP_WORDS = ['stop', 'kill'];

/** Effects of a service manager's command; null for other programs. @param path the program as written */
export function serviceEffects(name: string, words: readonly string[], path: string): Effect[] | null {
  if (name === 'systemctl') return ofSystemd(words);
  const [first = '', second = ''] = words;
  if (name === 'service') return verbEffects(second, [unitName(first)]);
  if (name === 'initctl' || name === 'rc-service')
    return name === 'initctl'
      ? verbEffects(first, [unitName(second)])
      : verbEffects(second, [unitName(first)]);
  if (name === 'chkconfig' || name === 'update-rc.d' || name === 'rc-update') {
    const unit = name === 'rc-update' ? second : first;
    const isOff = words.some((word) => /^(?:off|--del|remove|disable|del)$/.test(word));
    return [{ does: isOff ? 'disable' : 'enable', units: [unitName(unit === '--add' ? second : unit)] }];
  }
  const script = /^\/etc\/(?:rc\.d\/)?init\.d\/([\w.@-]+)$/.exec(path)?.[1];
  return script === undefined ? null : verbEffects(first, [script]);
}

function ofSystemd(words: readonly string[]): Effect[] {
  const [verb = '', ...units] = words.filter((word) => !word.startsWith('-')).map(unitName);
  const isNow = words.includes('--now');
  if (units.length === 0) return [];
  switch (verb) {
    case 'enable':
    case 'reenable':
      return isNow
        ? [
            { does: 'enable', units },
            { does: 'start', units },
          ]
        : [{ does: 'enable', units }];
    case 'disable':
    case 'mask':
      return isNow || verb === 'mask'
        ? [{ does: 'disable', units }, ...(isNow ? [{ does: 'stop', units } as const] : [])]
        : [{ does: 'disable', units }];
    default:
      return verbEffects(verb, units);
  }
}

function verbEffects(verb: string, units: readonly string[]): Effect[] {
  if (START_WORDS.includes(verb)) return [{ does: 'start', units }];
  return STOP_WORDS.includes(verb) ? [{ does: 'stop', units }] : [];
}

function unitName(word: string): string {
  return word.replace(/\.service$/, '');
}
