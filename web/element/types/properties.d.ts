/** The properties of <activation-plot>. In TypeScript, because JSDoc cannot give a setter a type of its own. */

/** The attributes as properties: their text, null where the attribute is absent. `lang` is a property of every element. */
export interface Properties {
  /** Names, each with its parameters: "relu elu(alpha=2)". */
  get functions(): string | null;
  /** Null removes the attribute. */
  set functions(value: string | number | null);
  /** The lower end of x; −20 by default. */
  get min(): string | null;
  /** Null removes the attribute. */
  set min(value: string | number | null);
  /** The upper end of x; 20 by default. */
  get max(): string | null;
  /** Null removes the attribute. */
  set max(value: string | number | null);
  /** The distance between points; 1/400 of the range by default. */
  get step(): string | null;
  /** Null removes the attribute. */
  set step(value: string | number | null);
  /** The lower end of y; fits the curves by default. */
  get ymin(): string | null;
  /** Null removes the attribute. */
  set ymin(value: string | number | null);
  /** The upper end of y; fits the curves by default. */
  get ymax(): string | null;
  /** Null removes the attribute. */
  set ymax(value: string | number | null);
  /** Whether to draw f′ too. */
  get derivative(): boolean;
  /** `true` sets the attribute; `false` or null removes it. */
  set derivative(value: boolean | null);
  /** Whether to draw f′ below f, on the same x axis; implies `derivative`. */
  get stacked(): boolean;
  /** `true` sets the attribute; `false` or null removes it. */
  set stacked(value: boolean | null);
  /** Whether to shade where |f′| < 0.01. */
  get saturation(): boolean;
  /** `true` sets the attribute; `false` or null removes it. */
  set saturation(value: boolean | null);
  /** The input row of softmax and similar functions: "2 1 0.1". */
  get logits(): string | null;
  /** Null removes the attribute. */
  set logits(value: string | number | null);
  /** The divisor of that row. */
  get temperature(): string | null;
  /** Null removes the attribute. */
  set temperature(value: string | number | null);
  /** Whether to show sliders below the plot. */
  get controls(): boolean;
  /** `true` sets the attribute; `false` or null removes it. */
  set controls(value: boolean | null);
  /** "light" or "dark"; that of the host page by default. */
  get theme(): string | null;
  /** Null removes the attribute. */
  set theme(value: 'light' | 'dark' | null | (string & {}));
}
