/** What everybody may know about the offices behind one portal; published, never secret. */
export interface Site {
  readonly region: string;
  readonly prefix: string; // the first three characters of every query code of this region
  readonly place: Bilingual; // 清和县
  readonly host: OfficeCard; // the petition department that runs the portal
  readonly supervision: Line; // where delay and conduct are complained about, outside every handling unit
  readonly above?: Line; // the next level up
  readonly discipline: Line; // where accusations can be brought directly
  readonly kiosks?: Bilingual;
  readonly offices: readonly OfficeEntry[];
  readonly towns: readonly string[];
  readonly english?: Readonly<Record<string, string>>; // of names and addresses that a page has only in Chinese: by the Chinese
}

/** Chinese always; English where somebody wrote it. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

export interface Line {
  readonly name: Bilingual;
  readonly short: Bilingual;
  readonly phone: string;
}

export interface OfficeCard extends Line {
  readonly address: Bilingual;
  readonly hours: Bilingual;
}

export interface OfficeEntry extends Line {
  readonly does: Bilingual; // what it looks after, in the words of those who search
  readonly address?: Bilingual;
}
