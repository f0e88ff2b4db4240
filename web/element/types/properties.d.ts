/** The properties of <activation-plot>. In TypeScript, because JSDoc cannot give a setter a type of its own. */

/** Text, a number, or null to remove the attribute. */
type Word = string | number | null;

/** The attributes as properties: their text, null where the attribute is absent. `lang` is a property of every element. */
export interface Properties {
  /** Names, each with its parameters: "relu elu(alpha=2)". */
  get functions(): string | null;
  set functions(value: Word);
  /** The lower end of x; −20 by default. */
  get min(): string | null;
  set min(value: Word);
  /** The upper end of x; 20 by default. */
  get max(): string | null;
  set max(value: Word);
  /** The distance between points; 1/400 of the range by default. */
  get step(): string | null;
  set step(value: Word);
  /** The lower end of y; fits the curves by default. */
  get ymin(): string | null;
  set ymin(value: Word);
  /** The upper end of y; fits the curves by default. */
  get ymax(): string | null;
  set ymax(value: Word);
  /** Whether to draw f′ too. */
  get derivative(): boolean;
  set derivative(value: boolean | null);
  /** Whether to shade where |f′| < 0.01. */
  get saturation(): boolean;
  set saturation(value: boolean | null);
  /** The input row of softmax and similar functions: "2 1 0.1". */
  get logits(): string | null;
  set logits(value: Word);
  /** The divisor of that row. */
  get temperature(): string | null;
  set temperature(value: Word);
  /** Whether to show sliders below the plot. */
  get controls(): boolean;
  set controls(value: boolean | null);
  /** "light" or "dark"; that of the host page by default. */
  get theme(): string | null;
  set theme(value: 'light' | 'dark' | null | (string & {}));
}
