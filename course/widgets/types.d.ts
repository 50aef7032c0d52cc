// What pages, cards and views give one another. Messages and changes are those of
// course/session/messages.schema.json, and a test holds the names here to that file.

export type Language = "sv" | "en";

/** The interface's sentences, by their keys. */
export type Words = Record<string, string>;

// --- messages and changes ------------------------------------------------------------------------

/** What a page sends about an exercise, or about itself (keep). */
export type Message =
  | { do: "answer"; answer: unknown; id?: string; n?: number }
  | { do: "try"; tries: Tried[]; of?: string[]; id?: string; n?: number }
  | { do: "look"; setting: Setting; n?: number }
  | { do: "stop"; n?: number }
  | { do: "draft"; value: unknown; n?: number }
  | { do: "keep"; cell: string; n?: number }
  | { do: "recall"; lesson: string; item: string; answer: string; id?: string; n?: number }
  | { do: "promise"; lesson: string; words: string; day: string; id?: string; n?: number }
  | { do: "outcome"; promise: string; answer: string; words: string; id?: string; n?: number }
  | { do: "plan"; field: string; words: string; id?: string; n?: number };

/** What a session tells, by its name. */
export interface Changes {
  state: State;
  scene: Scene;
  standing: Standing;
  saved: Saved;
  event: { id: string };
  recalled: Recalled;
  promised: Promised;
  planned: Planned;
}

/** How a thing that was asked anew went: what was chosen, what is right, why, when it comes back. */
export interface Recalled {
  right: boolean;
  answer: string;
  text: string;
  lead: string;
  key: string;
  back: string;
  n?: number | null;
}

/** A promise for a day as it stands now, or why there is none. */
export interface Promised {
  problem?: string;
  promise?: Pledge | null;
  n?: number | null;
}

export interface Pledge {
  id: string;
  lesson: string;
  from: string;
  words: string;
  day: string;
  dated: string;
  due: boolean;
  outcome: { answer: string; words: string } | null;
}

/** The plan on one page after a field of it was written; a problem where that was not kept. */
export interface Planned {
  page: OnePage;
  field: string;
  problem: string;
  n?: number | null;
}

/** The plan on one page (course/portfolio/one_page.py), which all its files are written from. */
export interface OnePage {
  language: Language;
  head: PlanField[];
  body: PlanField[];
  line: { days: number; day: string; dated: string; reached: boolean; field: PlanField; outcome: PlanField }[];
  asked: PlanField[];
  /** The own map; empty where none was drawn. */
  drawn: Partial<{
    width: number;
    height: number;
    told: string[];
    without: string;
    parties: { name: string; lines: string[]; inside: boolean; bridge: boolean; x: number; y: number; below: boolean }[];
    ties: { one: number; other: number; strength: number }[];
  }>;
  areas: { about: string; before: string; after: string; shares: (number | null)[] }[];
  /** One's own organisation; null where it was not taken along. */
  ours: null | {
    told: string[];
    bridge: string;
    about: string;
    head: string[];
    cells: string[][];
    drawn: OnePage["drawn"];
    note: string;
  };
  appendix: { heading: string; lesson: string; items: { label: string; words: string; advice: string }[] }[];
  empty: boolean;
  /** The day that it starts, in words; empty where none is given. */
  starts: string;
  size: "usual" | "small" | "smallest";
  /** The parts that stand in the appendix, and those that may. */
  moved: string[];
  movable: string[];
}

export interface PlanField {
  id: string;
  heading: string;
  words: string;
  hint: string;
  form: "half" | "wide" | "rule" | "line" | "day" | "asked" | "outcome";
  /** What the learner has chosen elsewhere that belongs to it. */
  beside: string;
}

/** The page of the plan: the plan, and what it is reached and told by. */
export interface PlanPage extends Reached {
  page: OnePage;
  words: Words;
}

/** A thing that is asked anew (course/session/recall.py). */
export interface Anew {
  lesson: string;
  exercise: string;
  item: string;
  from: string;
  title: string;
  prompt: string;
  text: string;
  options: Named[];
}

/** How a page reaches its session, the course's files, and the learner's pages. */
export interface Reached {
  language: Language;
  files: string;
  /** The address of the line to a server; empty where none answers. */
  line: string;
  /** The folder of the engine that answers in its place; empty where a server does. */
  engine: string;
  plan: string;
  certificate: string;
  /** Of a page whose engine keeps nothing: a room is shown a lesson. */
  forgets?: boolean;
}

/** What meets who comes back (course/session/returning.py). */
export interface Returning extends Reached {
  cards: Anew[];
  /** What was said in lesson 00, by its name; only what was given. */
  yours: Record<string, string>;
  promised: { lesson: string; suggestion: string; monday: string; today: string; promise: Pledge | null } | null;
  asked: Pledge | null;
  follow: FollowUp | null;
  words: Record<"recall" | "monday" | "follow" | "yours", Words>;
}

/** The day of the plan that is asked about (course/session/follow_up.py). */
export interface FollowUp {
  field: string;
  days: number;
  /** How many have passed since it started. */
  passed: number;
  started: string;
  title: string;
  /** What was planned for the day; empty where nothing was. */
  planned: string;
}

export type Change = { [Name in keyof Changes]: [name: Name, value: Changes[Name]] }[keyof Changes];
export type Listener = (...change: Change) => void;

/** The stop of each slider, counted from 0, by its id. */
export type Setting = Record<string, number>;

export interface Said {
  text: string;
  /** The first sentence of the text. */
  lead: string;
  tone: "right" | "not-yet" | "note";
  about: string | null;
}

// What an answer is, and what a verdict says of it in `detail`, is the kind's own affair: a view
// names its own types. Where a card does not care which kind it has, they are `any`.
export interface Verdict<Detail = any> {
  right: boolean | null;
  score: number | null;
  said: Said[];
  detail: Detail;
}

/** A card's id, and where it was put. */
export type Tried = [card: string, value: unknown];

/** What is said to a try at a card; `place` is where it belongs, unless it comes back. */
export interface Judged extends Said {
  about: string;
  value: any;
  hint: boolean;
  place: any;
}

/** A deal so far: the cards in it, and each try in its order. */
export interface Deal {
  of: string[];
  over: boolean;
  /** Some of the cards are dealt again, which makes no answer. */
  practice: boolean;
  tries: Judged[];
}

/** The first answer to a deck, where a later one is shown. */
export interface First<Answer = any, Detail = any> {
  answer: Answer;
  held: number;
  of: number;
  detail: Detail;
}

export interface State<Answer = any, Detail = any, Fresh = any> {
  answered: boolean;
  answer?: Answer;
  time?: string;
  problem?: string;
  changed?: boolean;
  before?: string;
  fresh?: Fresh;
  deal?: Deal;
  /** Where each card of an answered deck belongs. */
  places?: Record<string, any>;
  first?: First<Answer, Detail>;
  verdict?: Verdict<Detail>;
  n?: number | null;
}

export interface Standing {
  left: string;
  percent: number;
  done: string[];
}

export interface Saved {
  kept: boolean;
  words: string;
  n?: number | null;
}

export interface Scene extends Picture {
  setting: Setting;
  progress: number;
  n?: number;
}

/** How a page speaks with its session: over a socket, to a worker, to a notebook's kernel. */
export interface Session {
  /** About the page itself: exercise "". */
  send(exercise: string, message: Message): void;
  /** Calls the listener with each change, until the function that it gives is called. */
  on(exercise: string, listener: Listener): Off;
  /** Whether anything waits to be made durable. */
  busy(): boolean;
  /** Of an engine: whether it is still on its way, so that a reply may take long. */
  isWaking?(): boolean;
  /** Of an engine in the page: how the lesson stood when it was last seen, for a page drawn before. */
  seen?(): Promise<Opened | undefined>;
  /** Of an engine: calls the listener with how the lesson stands, whenever that may have changed. */
  opened?(heard: (now: Opened) => void): void;
  /** Of an engine: what meets who comes back. */
  returning?(): Promise<Partial<Returning>>;
}

/** How a lesson stands. */
export interface Opened extends Pick<Page, "cards" | "answered" | "place"> {
  standing: Standing;
  kept: Saved;
}

export type Off = () => void;

// --- cards and views -----------------------------------------------------------------------------

/** One exercise's line to its session. */
export interface Line {
  /** How the exercise stands when it is drawn. */
  card: { task: Task; state: State; draft?: unknown; saved: Saved };
  send(message: Message): void;
  on(listener: Listener): Off;
  /** Whether what answers is still on its way, so that a reply may take long. */
  isWaking?(): boolean;
  /** Where the certificate is, in the course's own pages. */
  certificate?: string;
}

/** What every kind of exercise asks with; a kind adds its own. */
export interface Task {
  lesson: string;
  exercise: string;
  kind: string;
  language: Language;
  title: string;
  prompt: string;
  /** What is true of a learner's own screen alone, after the prompt; often "". */
  on_screen: string;
  minutes: number;
  core: boolean;
  /** The key of what the button says before the first answer. */
  button: string;
  words: Words;
}

/** What a view is made from. */
export interface Given<Own, Fresh = any> {
  task: Task & Own;
  words: Words;
  /** Begins every id of the card, so that a card can stand on a page twice. */
  uid: string;
  language: Language;
  state: State<any, any, Fresh>;
  certificate?: string;
  /** To be called when the learner has changed anything. */
  changed(): void;
  /** Ask what the model shows; the scene that answers has the number that this gives, or a later one. */
  ask(setting: Setting): number;
  /** Have the tries of a deal judged, as far as it has come; `of`: the cards in it, where not all are. */
  deal(tries: Tried[], of?: string[]): number;
  /** To be called when the view has turned by itself, and not by the button. */
  turned(): void;
  /** Leave off what the model was asked. */
  stop(): void;
}

/** What a view gives: the controls, and what the card asks of them. */
export interface Controls<Answer = any, Detail = any, Fresh = any> {
  node: Element;
  /** What stands below the form. */
  after?: Element;
  /** The answer as it stands, also half of one; undefined where there is nothing to keep. */
  answer(): unknown;
  /** Put an answer in, or what was begun; throw where it is of an earlier version and does not fit. */
  show(answer: Answer | null): void;
  /**
   * Draw a verdict. What it returns stands in place of the reasons; nothing: the reasons stand as
   * they are. `restoring`: it was given on an earlier visit.
   */
  judged?(verdict: Verdict<Detail>, answer: Answer, restoring: boolean, fresh: Fresh): Told | undefined;
  /** Draw how a deck stands, whether or not it is an answer; what it returns is what is told. */
  dealt?(state: State<Answer, Detail, Fresh>, restoring: boolean): Told | undefined;
  /** The answer is changed, so what was drawn about the earlier one goes. */
  cleared?(): void;
  /** Put what is told where it belongs: at what was chosen. Else it stands above the button. */
  place?(verdict: HTMLElement): void;
  /** All is drawn, and the button has its word. */
  stands?(button: HTMLButtonElement, restoring: boolean): void;
  scene?(scene: Scene): void;
  /** What was sent has not been answered, or could not be judged. */
  failed?(): void;
  /** The button's own word; nothing: the card's; empty: no button, for now. */
  label?(): string | undefined;
  /** Do what the button does in place of sending, and give true; false when an answer is to be sent. */
  turn?(): boolean;
  /** What is told when the button has turned. */
  told?(): Told;
  /** The card stands on the page: whoever measures can do so now. */
  attached?(): void;
  /** Take off what `attached` or the view has put on anything but its own node. */
  ended?(): void;
}

export type Told = (Node | string)[];
export type View<Own, Answer = any, Detail = any, Fresh = any> =
  (given: Given<Own, Fresh>) => Controls<Answer, Detail, Fresh>;

/** What anywidget gives: traits by their names. */
export interface Model {
  get(name: string): any; // a trait holds whatever Python put there
  send(message: Message): void;
  on(event: string, listener: () => void): void;
  off(event: string, listener: () => void): void;
}

// --- parts of tasks ------------------------------------------------------------------------------

/** Something with a name that can be chosen, placed or filled in. */
export interface Named {
  id: string;
  text: string;
}

export interface Table {
  caption: string;
  columns: string[];
  rows: string[][];
}

/** A figure with all that stands about it (course/plots/picture.py). */
export interface Picture {
  name: string;
  title: string;
  description: string;
  /** Each hand in draw*.js says what it draws. */
  drawing: any;
  message: string;
  caption: string;
  reading: string;
  table: Table;
  narrow: "fit" | "crop" | "table";
  legend?: { unit: number; text: string }[];
  /** The states that lead to it, in order; the last draws what `drawing` does. */
  frames?: Frame[];
}

/** A state on the way to what a picture shows. */
export interface Frame {
  drawing: any; // as in a picture
  told: string;
}

/** What was guessed, in the terms of a drawing (course/kinds/explore/page.md). */
export interface Guess {
  at?: number;
  on?: number;
  low?: number;
  high?: number;
  name?: string;
  control?: string;
  stop?: number;
  /** Whose it is, where several are marked. */
  tag?: string;
}

// --- a lesson's page -----------------------------------------------------------------------------

/** What course/pages/render.py puts into a lesson's page. */
export interface Page extends Reached {
  lesson: string;
  words: { view: Words; card: Words };
  cards: Record<string, { task?: Omit<Task, "words">; state: State; draft?: unknown; saved: Saved; problem?: string }>;
  answered: string[];
  place: Place | null;
  /** The steps up to the end, in order; none in a preview. */
  steps: Step[];
  /** Where the cells of earlier versions are now. */
  moved: Record<string, string>;
  preview?: { changed: unknown } | null;
}

/** A step of a lesson (course/content/steps.py). */
export interface Step {
  /** The cell that it begins with. */
  id: string;
  kind: string;
  title: string;
  minutes: number;
  /** Whether it belongs to the short way. */
  core: boolean;
}

export interface Place {
  cell: string;
}
