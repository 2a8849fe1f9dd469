import {
  EXAMPLE_FOLDERS,
  groupByEach,
  isFileLocation,
  isInFolders,
  locationKey,
  getOrInsert,
  OTHER_SETTINGS,
} from '../../model/index.ts';
import { folderOf } from '../../files/index.ts';
import type { Asset, Problem } from '../../model/index.ts';
import type { ScannedFiles } from './files.ts';
import type { Format } from '../reading/format.ts';
import { NOTHING_FOUND } from './search/search-file.ts';
import { readUnit, type UnitReading, type WantedUnit } from './read-unit.ts';
import { isVersionKey } from '../../vocabulary/index.ts';
import { countUncovered } from '../resources/uncovered.ts';
import type { KeptScan } from './kept/kept-scan.ts';
import type { Readers } from './threads/readers.ts';
import { maxModuleDepth } from '../../values/index.ts';
import { PROGRAMS_CLAIM } from '../formats/programs/language-of.ts';
import { uncalledModules } from './unused/uncalled-modules.ts';
import { unusedConstructs } from './unused/unused-constructs.ts';

/** The last reading of a unit, with the unit. */
interface ReadUnit extends UnitReading, WantedUnit {}

/** Units of a workspace; read again only if something that they used has changed. */
export class Units {
  private readonly files: ScannedFiles;
  private readonly list = (folder: string): readonly string[] => this.files.list(folder);
  private readonly units = new Map<string, ReadUnit>();
  private wanted: { version: number; units: Map<string, WantedUnit> } | null = null;

  constructor(files: ScannedFiles) {
    this.files = files;
  }

  /** Updates the units after changes of files and of folder contents. */
  async update(changedFiles: ReadonlySet<string>, changedFolders: ReadonlySet<string>): Promise<void> {
    const wanted = this.wantedNow();
    for (const key of [...this.units.keys()]) if (!wanted.has(key)) this.units.delete(key);
    for (const [key, { format, unit }] of wanted) {
      const before = this.units.get(key);
      if (before === undefined || isAffected(before, changedFiles, changedFolders)) {
        this.units.set(key, { format, unit, ...(await readUnit(format, unit, this.files)) });
      }
    }
  }

  /** Reads every unit for the first time, except those unchanged since an earlier scan. */
  async readAll(readers: Readers, kept: KeptScan | null): Promise<void> {
    const wanted = [...this.wantedNow()].map(([key, unit]) => ({
      ...{ key, unit },
      reading: kept?.readingOf(unit, this.files) ?? null,
    }));
    const open = wanted.filter(({ reading }) => reading === null);
    const readings = await readers.read(
      open.map(({ unit }) => unit),
      this.files,
    );
    for (const [nth, entry] of open.entries()) entry.reading = readings[nth] ?? null;
    for (const { key, unit, reading } of wanted)
      if (reading !== null) this.units.set(key, { ...unit, ...reading });
  }

  all(): Iterable<WantedUnit & UnitReading> {
    return this.units.values();
  }

  /** Number of assets in all units. */
  get count(): number {
    return [...this.units.values()].reduce((sum, { assets }) => sum + assets.length, 0);
  }

  /** Every asset of every unit, including those of modules that others read with their own values. */
  allAssets(): Asset[] {
    return [...this.units.values()].flatMap(({ assets }) => assets);
  }

  /**
   * Every asset of every unit; of a unit that others read with their own values, only the versions that none of those
   * has.
   */
  assets(): Asset[] {
    const callers = groupByEach(this.units.values(), (unit) =>
      unit.includes.flatMap((inner) => {
        const called = this.units.get(keyOf(unit.format, inner));
        return called === undefined || called === unit || isWithin(unit, called) ? [] : called;
      }),
    );
    const uses = new UseIndex(callers);
    const units = [...this.units.values()].map((unit) => {
      const own = callers.get(unit);
      return { unit, assets: own === undefined ? unit.assets : unusedDefaults(unit, new Set(own), uses) };
    });
    const modules = uncalledModules(this.units.values(), callers, this.files);
    const constructs = unusedConstructs(this.units.values(), this.files);
    const replaced = new Set(units.flatMap(({ unit }) => unit.replaces));
    const [known, general]: [Asset[], Asset[]] = [[], []];
    for (const { unit, assets } of units) {
      for (const asset of assets) {
        const givesWay = unit.format.givesWay === true || isBareVersion(asset);
        const isUnselected = modules.has(unit) ? ('uncalled' as const) : constructs.get(asset);
        const marked = isUnselected === undefined ? asset : { ...asset, isUnselected };
        if (givesWay || !replaced.has(asset.id)) (givesWay ? general : known).push(marked);
      }
    }
    if (general.length === 0) return known;
    const taken = new Set(known.map((asset) => locationKey(asset.location)));
    const made = versionsOfPrograms(known);
    const read = new Set(
      [...this.units.values()].flatMap(({ format, files }) =>
        format.id === PROGRAMS_CLAIM.id ? [...files.keys()] : [],
      ),
    );
    const left = general.filter((asset) => !taken.has(locationKey(asset.location)));
    return [
      ...known,
      ...left.map((asset): Asset => (isUnread(asset, made, read) ? { ...asset, isUnselected: true } : asset)),
    ];
  }

  /** True if any unit read a file. */
  usesFile(file: string): boolean {
    return [...this.units.values()].some((unit) => unit.files.has(file));
  }

  /** Files that any unit used. */
  usedFiles(): Set<string> {
    return new Set([...this.units.values()].flatMap(({ files }) => [...files.keys()]));
  }

  problems(): Problem[] {
    const found = new Map<string, Problem>();
    for (const { problems } of this.units.values())
      for (const problem of problems) found.set(JSON.stringify(problem), problem);
    return countUncovered([...found.values()]);
  }

  private wantedNow(): ReadonlyMap<string, WantedUnit> {
    const { version } = this.files;
    if (this.wanted?.version !== version) this.wanted = { version, units: this.wantedUnits() };
    return this.wanted.units;
  }

  /** Units with a file that contains a needle, and units that use such a unit. */
  private wantedUnits(): Map<string, WantedUnit> {
    const wanted = new Map<string, WantedUnit>();
    const referring: { caller: WantedUnit; targets: readonly string[] }[] = [];
    this.files.forEach(({ result: looked }, file) => {
      if (looked === NOTHING_FOUND) return;
      for (const format of looked.matching) {
        const unit = format.unitOf(file, this.list);
        wanted.set(keyOf(format, unit), { format, unit });
      }
      for (const [format, targets] of looked.refersTo) {
        referring.push({ caller: { format, unit: format.unitOf(file, this.list) }, targets });
      }
    });
    const callers = groupByEach(referring, ({ caller: { format }, targets }) =>
      targets.map((target) => keyOf(format, target)),
    );
    for (const [key] of wanted)
      for (const { caller } of callers.get(key) ?? []) wanted.set(keyOf(caller.format, caller.unit), caller);
    return wanted;
  }
}

function keyOf(format: Format, unit: string): string {
  return `${format.id}:${unit}`;
}

function isAffected(unit: ReadUnit, files: ReadonlySet<string>, folders: ReadonlySet<string>): boolean {
  for (const file of files) if (unit.files.has(file)) return true;
  for (const folder of folders) if (unit.folders.has(folder)) return true;
  return false;
}

/** True for a caller that the unit itself calls. In such a cycle, the first unit by name is the top. */
function isWithin(caller: ReadUnit, unit: ReadUnit): boolean {
  return unit.unit <= caller.unit && unit.includes.includes(caller.unit);
}

/**
 * Assets that a module or nested stack declares for users outside this workspace. Its default version does not run if
 * somebody deploys it with another one, and its resource does not exist if all callers disable it. Examples deploy
 * nothing.
 */
function unusedDefaults(unit: ReadUnit, callers: ReadonlySet<ReadUnit>, uses: UseIndex): readonly Asset[] {
  const isDeployed = [...callers].some((caller) => !isInFolders(`${caller.unit}/`, EXAMPLE_FOLDERS));
  const defaults = versionsAtOwnPlaces(unit).filter(
    ({ location }) => !uses.at(locationKey(location), callers),
  );
  return defaults.flatMap((asset): Asset[] => {
    if (!isDeployed) return [asset];
    if (uses.of(withoutKeys(asset.name), callers)) return [{ ...asset, isUnselected: 'replaced' }];
    if (asset.kind === 'operating-system') return [{ ...asset, isUnselected: true }];
    return asset.unknownSettings.includes(OTHER_SETTINGS) ? [asset] : [];
  });
}

/** Assets of a unit that contain their version themselves. */
function versionsAtOwnPlaces({ assets, files }: ReadUnit): readonly Asset[] {
  return assets.filter(
    ({ engineVersion, location }) =>
      engineVersion !== null && isFileLocation(location) && files.has(location.file),
  );
}

/** Maximum of address segments compared with a module's: as deep as modules are nested. */
const MAX_ADDRESS_PARTS = 2 * maxModuleDepth;

/** Places and resources of called units that callers use, found in one pass over the callers' assets. */
class UseIndex {
  readonly #places = new Map<string, Set<ReadUnit>>();
  readonly #names = new Map<string, Set<ReadUnit>>();

  constructor(callers: ReadonlyMap<ReadUnit, readonly ReadUnit[]>) {
    for (const unit of callers.keys()) {
      for (const { location, name } of versionsAtOwnPlaces(unit)) {
        this.#places.set(locationKey(location), new Set());
        this.#names.set(withoutKeys(name), new Set());
      }
    }
    for (const caller of new Set([...callers.values()].flat())) {
      for (const { location, uses, name } of caller.assets) {
        for (const place of [{ location }, ...uses])
          this.#places.get(locationKey(place.location))?.add(caller);
        for (const end of addressEnds(withoutKeys(name))) this.#names.get(end)?.add(caller);
      }
    }
  }

  at(place: string, callers: ReadonlySet<ReadUnit>): boolean {
    return this.#places.get(place)?.isDisjointFrom(callers) === false;
  }

  /** True if a caller creates a resource, by its address in the module. */
  of(name: string, callers: ReadonlySet<ReadUnit>): boolean {
    return this.#names.get(name)?.isDisjointFrom(callers) === false;
  }
}

/** An address, and its suffixes after each dot. */
function addressEnds(address: string): string[] {
  const ends = [address];
  for (
    let at = address.lastIndexOf('.');
    at > 0 && ends.length < MAX_ADDRESS_PARTS;
    at = address.lastIndexOf('.', at - 1)
  )
    ends.push(address.slice(at + 1));
  return ends;
}

/** Versions of the clusters in programs, by each folder above them and by product. */
function versionsOfPrograms(assets: readonly Asset[]): ReadonlyMap<string, ReadonlySet<string | null>> {
  const found = new Map<string, Set<string | null>>();
  for (const asset of assets) {
    const { location, product, version } = asset;
    if (!isMadeByProgram(asset) || !isFileLocation(location)) continue;
    for (let folder = location.file; folder !== '.';) {
      folder = folderOf(folder);
      getOrInsert(found, `${folder}:${product}`, () => new Set<string | null>()).add(version);
    }
  }
  return found;
}

/** True if no program reads JSON settings, and all clusters of the programs beside them have another version. */
function isUnread(
  { location, product, version }: Asset,
  made: ReturnType<typeof versionsOfPrograms>,
  read: ReadonlySet<string>,
): boolean {
  const file = isFileLocation(location) && location.file.endsWith('.json') ? location.file : null;
  if (file === null || version === null || read.has(file)) return false;
  const beside = made.get(`${folderOf(folderOf(file))}:${product}`);
  return beside !== undefined && !beside.has(null) && !beside.has(version);
}

function isMadeByProgram({ kind, source }: Asset): boolean {
  return kind === 'database' && (source === 'cdk' || source === 'pulumi');
}

/** True for a version in settings without a known asset: code that reads the settings creates it. */
function isBareVersion({ kind, name, uses, unknownSettings }: Asset): boolean {
  const isOpen = kind === 'database' && uses.length === 0 && unknownSettings.includes(OTHER_SETTINGS);
  return isOpen && isVersionKey(name.slice(name.lastIndexOf('.') + 1));
}

/** Address of a resource without its keys from `count` and `for_each`. */
function withoutKeys(address: string): string {
  return address.replaceAll(/\[[^[\]]*\]/g, '');
}
