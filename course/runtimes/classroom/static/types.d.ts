// What the server of a class tells its views (course/classroom/told.py and results.py).

import type { Language, Named, Said, Words } from "#types";

/** One thing that gets a place (course/kinds/polled.py). */
export interface Row {
  id: string;
  text: string;
  places: Named[];
  /** What it is summed up with; empty where it stands for itself. */
  area: string;
  /** It is asked of the row before it, and has no picture of its own. */
  aside: boolean;
}

export interface Asked {
  id: string;
  title: string;
  prompt: string;
  kind: string;
  /** How it is filled in; null where it cannot be counted. */
  form: "one" | "several" | "each" | "order" | "number" | "scale" | "ties" | null;
  rows: Row[];
  /** Of ties: the two between which they are placed, and how many may be. */
  departments?: { text: string; people: string[] }[];
  most?: number;
}

/** Places that are told together, and how many chose one of them, round by round. */
export interface Cell {
  places: string[];
  n: (number | null)[];
}

export interface Summed {
  id: string;
  cells: Cell[];
  /** Which place most chose, round by round, where the places cannot be told apart. */
  most?: (string | null)[];
  /** The mean of points, round by round. */
  mean?: (number | null)[];
}

export interface Moves {
  n: number;
  flow: [from: string, to: string, n: number][] | null;
  changed: number | null;
  few: "changed" | "same" | null;
}

export interface Result {
  /** How many answered each round that is shown; null where that is too few to show. */
  rounds: (number | null)[];
  rows: Summed[];
  moves: Moves | null;
}

export interface Held {
  /** The place of each row. */
  right: Record<string, string>;
  said: Said[];
  /** What holds, in words. */
  lines: string[];
  /** Whether the class's guesses are marked in a model. */
  model?: boolean;
}

export type Phase = "open" | "closed" | "shown" | "revealed";

/** What all views are told. */
export interface State {
  version: number;
  /** The server's clock, in seconds since 1970. */
  now: number;
  lesson: string;
  /** Which exercise the class is at, from 0; -1 before the first. */
  at: number;
  of: number;
  smallest: number;
  exercise: Asked | null;
  round: number;
  phase: Phase;
  result?: Result;
  held?: Held;
  /** What the class does together here, in place of an exercise. */
  together?: Together;
  /** The room is no more, and nothing else is told. */
  ended?: boolean;
}

export interface OnScreen extends State {
  code: string;
  address: string;
  /** The network to be on, and the square that joins it. */
  wifi: { name: string; password: string; square: string[] } | null;
  /** The rows of the square to scan, each of 0 and 1. */
  square: string[];
  answered: number;
  notes: string[];
}

/** A case in parts, of which each telephone has one (course/classroom/together/split.py). */
export interface Split {
  what: "split";
  title: string;
  say: string;
  parts: number;
  tables: string[];
  rooms: number;
  do?: string;
  minutes?: number;
  key?: string;
  law?: string;
  debrief?: string[];
  /** What each slip said, once the key is told. */
  facts?: { unit: string; facts: Fact[] }[];
}

/** A sentence of a slip: in how many rooms it was told, and in which part first; 0 for never. */
export interface Fact {
  text: string;
  rooms: number;
  part: number;
}

export interface SplitLed extends Split {
  key: string;
  law: string;
  debrief: string[];
  phases: { minutes: number; do: string }[];
  observers: string;
  /** How many hold each slip, room by room. */
  held: number[][];
  /** How many can share a room, and how many rooms that makes of those who are here. */
  sizes: { size: number; rooms: number }[];
  usual: number;
}

/** How the units of those present work together (course/classroom/together/network.py). */
export interface OwnNetwork {
  what: "network";
  title: string;
  say: string;
  units: string[];
  /** What each strength is called, from hardly anything on. */
  strengths: string[];
  map?: {
    /** How many have answered; null for too few. */
    n: number | null;
    ties: [a: number, b: number, strength: number][];
    /** Units for which one at most has answered. */
    alone: number[];
    ei: number | null;
    chance: number | null;
  };
  /** The index of the course's own municipality, as it is written. */
  theirs?: { name: string; ei: string; chance: string };
}

export interface NetworkLed extends OwnNetwork {
  usual: string[];
}

/** One of a hundred, played by the room (course/classroom/together/crowd.py). */
export interface Crowd {
  what: "crowd";
  title: string;
  say: string;
  people?: number;
  groups?: number;
  /** The first time or the second, and the step of it. */
  play?: number;
  step?: number;
  /** How many of the first group have begun. */
  inEach?: number;
  stops?: boolean;
  /** How many have begun this time, and before it the first one as it ended. */
  times?: number[];
}

/** A wide bridge, played by the room (course/classroom/together/bridge.py). */
export interface Bridge {
  what: "bridge";
  title: string;
  say: string;
  people?: number;
  groups?: number;
  /** How many of the first group are in each unit; those of the first are numbered first. */
  units?: [number, number];
  play?: number;
  step?: number;
  stops?: boolean;
  /** This time, and before it the first one as it ended. */
  times?: BridgeTime[];
}

export interface BridgeTime {
  ties: number;
  /** How many contacts somebody must see. */
  threshold: number;
  /** The ties between the units of the first group, between people by number, from 0. */
  across: [number, number][];
  /** Who of that group has taken it up, and how many in all groups. */
  has: boolean[];
  acting: number;
}

/** The idea channel, played by the room (course/classroom/together/channel.py). */
export interface Channel {
  what: "channel";
  title: string;
  say: string;
  play?: number;
  step?: number;
  when?: string;
  /** Whether ideas are taken. */
  open?: boolean;
  /** This year, and before it the first one as it ended. */
  years?: ChannelYear[];
}

export interface ChannelYear {
  tests: number;
  /** The longest that anybody waits, in quarters; and 1 where all have a reply within one. */
  patience: number;
  replies: number;
  new: number;
  waiting: number;
  tested: number;
  lost: number;
  promised: number;
  refused: number;
  /** How many of those tested were so when the year was over. */
  after: number;
}

/** What the instructor sets for each of the two times of a play. */
export interface SetTwice {
  settings: { name: string; offered: number[]; usual: number[] }[];
}

export type Together = Split | OwnNetwork | Crowd | Bridge | Channel;

/** What is done when, and what to say (course/classroom/run_sheet.py). */
export interface Activity {
  name: string;
  steps: number[];
  clocks: Record<string, [from: number, to: number] | null>;
  forms: string;
  say: string;
  do: string;
  /** What is read out, a paragraph each. */
  read: string[];
  expected: string[];
  /** What the group is asked in the end, where this is the last. */
  questions: string[];
}

export interface Sheet {
  routes: Named[];
  late: string;
  activities: Activity[];
}

export interface Step {
  title: string;
  minutes: number;
  core: boolean;
  counted: boolean;
  phase: Phase | null;
  isTogether?: boolean;
}

export interface ToInstructor extends Omit<OnScreen, "notes"> {
  door: string;
  ends: number;
  connected: number;
  reached: boolean;
  actions: string[];
  steps: Step[];
  notes: { id: number; text: string; shown: boolean }[];
  begun: number | null;
  /** When the first step was begun; null before that. */
  started: number | null;
  minutes?: number;
  hands?: Record<string, Record<string, number>>;
}

/** What an exercise came to, or what the class did together (course/classroom/summary.py). */
export interface Part {
  /** Which it is of the lesson's steps, from 0. */
  step: number;
  title: string;
  exercise?: Asked;
  result?: Result | null;
  held?: Held | null;
  together?: Together;
  notes: string[];
}

export interface Summary {
  lesson: string;
  day: string;
  smallest: number;
  parts: Part[];
}

/** A participant's own answers to the exercise that the class is at. */
export interface Own {
  filled: Record<string, Filled>;
  said: Said[];
  right?: boolean | null;
  /** Of a jigsaw: its slip, sentence by sentence, and the numbers of those that it has ticked. */
  slip?: { unit: string; facts: string[]; told: string[]; room: number };
  /** Whether this telephone has answered, or sent its idea; what, is kept nowhere. */
  sent?: boolean;
  /** In a play: its number, and in which group; 0 where there is but one. */
  number?: number;
  group?: number;
  /** Of a crowd: whether it waits for one more the second time. */
  waits?: boolean;
  /** Of a bridge: its unit, 0 or 1, whom it sees in the other, how many it sees, whether it has begun. */
  unit?: number;
  across?: number[];
  /** How many of them it takes for it to begin. */
  threshold?: number;
  sees?: number;
  starts?: boolean;
  has?: boolean;
  /** Of the idea channel: how many quarters it waits, what has become of its idea, where it queues. */
  patience?: number;
  idea?: "later" | "new" | "waiting" | "tested" | "lost" | "promised" | "refused";
  place?: number;
  /** Whether all have a reply this year, and the quarter in which it is told that its idea is tested. */
  replies?: boolean;
  due?: number;
}

/** The id of a place, or what was typed, by the id of its row. */
export type Filled = Record<string, string>;

export interface Given {
  language: Language;
  words: Words;
  /** The smallest group that is told of, between what it can be set; and how long shared words may be. */
  limits: { least: number; usual: number; most: number; note: number };
}
