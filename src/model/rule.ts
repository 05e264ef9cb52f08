/** Text in both languages of the interface. `{placeholders}` are filled by the kind of check. */
export interface Message {
  en: string;
  zh: string;
}

export type Severity = 'error' | 'warning' | 'info';

/** A metric of the vocabulary. */
export interface Metric {
  id: string;
  group: string;
  /** `ghg`, `energy`, `mass`, `volume`, `money`, `count`, `ratio`, `intensity`, `time` … */
  dimension: string;
  /** Which way is good: a fall in emissions is `down`. */
  better: 'up' | 'down' | null;
  units: string[];
  en: string[];
  /** Simplified and Traditional names. */
  zh: string[];
  /** Words that rule the metric out when they stand in the label. */
  exclude: string[];
}

/** One topic or disclosure of a standard. */
export interface Requirement {
  id: string;
  title: Message;
  aliases: string[];
  /** Codes that satisfy it when any stands in the index: articles 21 to 28, `305-1`. */
  codes: string[];
  level: 'mandatory' | 'conditional' | 'encouraged';
  /** When a conditional requirement applies. */
  condition: string | null;
  /** Metrics that belong to the topic: their presence shows that the report covers it. */
  metrics: string[];
  /** Figures that it asks for, each at least by one metric. Empty when words answer it. */
  figures: AskedFigures[];
  /** Words that stand in titles of this requirement alone, where its neighbours have such words too: `scope 1`. */
  signs: string[];
}

/** One thing that is asked for in figures. */
export interface AskedFigures {
  /** Metrics of which one answers it; the first gives it its name. */
  metrics: string[];
  /** Words of which one stands by such a figure, however it is called: the beginnings of words. */
  words: string[];
}

/** Codes of an edition that no longer holds. */
export interface ObsoleteCodes {
  /** Single codes and ranges such as `102-1 to 102-56`. */
  codes: string[];
  edition: string;
  insteadOf: string;
  /** Last day on which reports could be published by it. */
  until: string;
  source: string;
}

/** Codes that an edition which no longer holds used for something else. */
export interface ReusedCodes {
  edition: string;
  insteadOf: string;
  /** Last day on which reports could be published by it. */
  until: string;
  source: string;
  meanings: {
    code: string;
    title: Message;
    /** Words that show this meaning in a title of other words. */
    signs: string[];
  }[];
}

export interface Standard {
  id: string;
  /** Family name as in `IndexEntry.standard`. */
  family: string;
  title: Message;
  effective: string;
  source: string;
  /** Families whose codes read the same, such as those of the Shenzhen exchange's guideline. */
  twins: string[];
  /** Names by which a report says that it follows the standard. */
  names: string[];
  obsolete: ObsoleteCodes[];
  reused: ReusedCodes[];
  /** Words that a page on these codes, or on topics such as `303`, cannot do without: the beginnings of words. */
  vocabulary: { codes: string[]; words: string[] }[];
  /** Codes that exist beside those of the requirements, ranges as printed: `paragraphs 1 to 28`. */
  others: string[];
  requirements: Requirement[];
}

/** A rule file under `rules/checks`. `check` is read by the kind of check that its `kind` names. */
export interface Rule {
  id: string;
  /** What must hold, as a sentence. */
  title: Message;
  /** What the rule is about, where its findings are not about one metric: `Age groups`. */
  subject?: Message | undefined;
  /** Title of a failing finding; `{subject}` is the metric or topic, with its period. */
  headline: Message;
  severity: Severity;
  /** `sse14:24`, `gri:305-1` … */
  standards: string[];
  check: { kind: string } & Record<string, unknown>;
  messages: { pass: Message; fail: Message; cannotTell: Message };
  why: Message;
  examples: RuleExample[];
}

/** A miniature report and what the rule must say about it. */
export interface RuleExample {
  name?: string;
  /** `metric: "value unit"` for the example's year, or `metric: { 2023: "…", 2024: "…" }`; a list prints the metric in several places. */
  facts?: Record<string, string | string[] | Record<string, string | string[]>>;
  /** Sentences, read by the real claim reader. */
  text?: string[];
  /** One printed table, row by row, its first row the head; `Diesel^1` bears a footnote mark. */
  table?: string[][];
  /** Pages of running text, line by line; `# ` makes a heading. The lines of `text` stand on the first. */
  pages?: string[][];
  /** Index rows: `"SSE 21-28: Response to climate change"`, `"GRI 305-1: Direct emissions @ page 3"`. */
  index?: string[];
  expect: 'pass' | 'fail' | 'cannotTell' | 'notApplicable';
}

/** A unit as the vocabulary knows it. Scale words (万, million, kilo-prefixed names) are read apart from it. */
export interface UnitDefinition {
  /** Canonical symbol: `t`, `kg`, `m3`, `MWh`, `GJ`, `tCO2e`, `tce`, `CNY`, `%`, `person`, `h` … */
  id: string;
  dimension: string;
  /** Decimal string: one of this unit is `factor` of the dimension's base unit. */
  factor: string;
  /** Printed spellings, English and Chinese (Simplified and Traditional). */
  names: string[];
}

export interface RulePack {
  version: string;
  units: UnitDefinition[];
  metrics: Metric[];
  standards: Standard[];
  rules: Rule[];
}
