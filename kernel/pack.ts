import Type, { type Static } from 'typebox';
import { isPlainDate, type PlainDate } from './dates.ts';

/**
 * A policy pack: the numbers of one rule-maker, as data. What starts and stops
 * a clock is in the table; here stands how long it runs, where that is written,
 * and how well it is evidenced.
 */
const strict = { additionalProperties: false };
const Whole = Type.Integer({ minimum: 0 });

export const LengthSchema = Type.Union([
  Type.Object({ days: Whole }, strict),
  Type.Object({ workingDays: Whole }, strict),
  Type.Object({ months: Whole }, strict),
  Type.Object({ hours: Type.Number({ exclusiveMinimum: 0 }) }, strict),
  Type.Object({ atOnce: Type.Literal(true) }, strict),
  Type.Object({ dateGiven: Type.Literal(true) }, strict),
]);

const Evidence = Type.Union([Type.Literal('T'), Type.Literal('S'), Type.Literal('M'), Type.Literal('P')]);

export const PackEntry = Type.Object(
  {
    length: LengthSchema,
    source: Type.String({ minLength: 1 }),
    quote: Type.Optional(Type.String()),
    dutyEvidence: Evidence,
    lengthEvidence: Evidence,
    officeHoursOnly: Type.Optional(Type.Boolean()),
  },
  strict,
);
export type PackEntry = Static<typeof PackEntry>;

export const GroundSchema = Type.Object(
  {
    act: Type.Union(['decline', 'refuseFurther', 'refuseReview', 'conclude', 'suspend', 'oralNotice'].map((act) => Type.Literal(act))),
    code: Type.String({ minLength: 1 }),
    text: Type.String({ minLength: 1 }),
    article: Type.String({ minLength: 1 }),
    evidence: Type.Literal('T'), // a closed list grows only by a text that was read
  },
  strict,
);

/** A number of the law that starts no clock: how far off a date may be that somebody sets, or how long something is shown. */
const OfLimit = { name: Type.String({ minLength: 1 }), source: Type.String({ minLength: 1 }), evidence: Evidence };
const LimitSchema = Type.Object({ days: Type.Integer({ minimum: 1 }), ...OfLimit }, strict);
const LimitsSchema = Type.Object(
  {
    redo: LimitSchema, // latest date for a new opinion, after a remand or a correction
    publicationObjection: LimitSchema, // how long the petitioner looks at a text before others see it
    publication: LimitSchema, // how long it hangs at most
    representatives: Type.Object({ people: Type.Integer({ minimum: 1 }), ...OfLimit }, strict), // at a visit, of however many came
    collective: Type.Object({ people: Type.Integer({ minimum: 2 }), ...OfLimit }, strict), // from how many on a matter is too much for the simple procedure
    offline: Type.Object({ hours: Type.Integer({ minimum: 1 }), ...OfLimit }, strict), // how long the time of a device counts that had no network
  },
  strict,
);
export type Limits = Static<typeof LimitsSchema>;

export const PolicyPack = Type.Object(
  {
    version: Type.String({ pattern: '^[a-z0-9][a-z0-9.-]*$' }),
    name: Type.String({ minLength: 1 }),
    region: Type.String({ minLength: 1 }),
    validFrom: Type.String(),
    validTo: Type.Optional(Type.String()),
    rollLastDay: Type.Optional(Type.Boolean()),
    officeHours: Type.Optional(Type.Object({ opens: Type.String(), closes: Type.String() }, strict)),
    clocks: Type.Record(Type.String(), PackEntry),
    grounds: Type.Optional(Type.Array(GroundSchema)),
    limits: Type.Optional(LimitsSchema), // of the national pack only, which must have them
  },
  strict,
);
export type PolicyPack = Static<typeof PolicyPack>;

/** A pack and the file that it came from, so that a fault can say where. */
export interface NamedPack extends PolicyPack {
  readonly file: string;
}

/** What the operator answers for: a pack that is laxer than the national rule, let through by name and with reason. */
export const Override = Type.Object(
  {
    pack: Type.String(),
    clock: Type.String(),
    by: Type.String({ minLength: 1 }),
    on: Type.String(),
    reason: Type.String({ minLength: 1 }),
  },
  strict,
);
export type Override = Static<typeof Override>;

export const NATIONAL_REGION = 'cn';

export function isInForce(pack: PolicyPack, on: PlainDate): boolean {
  return pack.validFrom <= on && (!pack.validTo || on <= pack.validTo);
}

/** The one sentence with which a start is stopped: which file, where, what. */
export class PackFault extends Error {
  override readonly name = 'PackFault';

  constructor(file: string, where: string, what: string) {
    super(`${file}${where && ` 的 ${where}`}：${what}`);
  }
}

/** Dates that contradict themselves, and versions of one region that overlap. */
export function checkDates(packs: readonly NamedPack[]): void {
  for (const { file, validFrom, validTo } of packs) {
    if (!isPlainDate(validFrom)) throw new PackFault(file, 'validFrom', `“${validFrom}”不是日期，应写成 2026-01-01 这样。`);
    if (validTo === undefined) continue;
    if (!isPlainDate(validTo)) throw new PackFault(file, 'validTo', `“${validTo}”不是日期，应写成 2026-12-31 这样。`);
    if (validTo < validFrom) throw new PackFault(file, 'validTo', `失效日${validTo}早于生效日${validFrom}，请改正其中一个。`);
  }
  for (const [index, pack] of packs.entries()) {
    for (const other of packs.slice(0, index)) {
      if (other.version === pack.version) {
        throw new PackFault(pack.file, 'version', `版本“${pack.version}”与 ${other.file} 重复，每个版本只能用一次。`);
      }
      const overlap = pack.validFrom <= (other.validTo ?? '9999') && other.validFrom <= (pack.validTo ?? '9999');
      if (other.region === pack.region && overlap) {
        throw new PackFault(pack.file, 'validFrom', `与 ${other.file} 同属“${pack.region}”而有效期重叠，请给先前的版本写上失效日。`);
      }
    }
  }
}
