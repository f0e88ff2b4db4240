// The exports of bindings.cpp, for TypeScript. The build copies this file beside the module.
type Rows = (activation: number, rows: number, columns: number) => void;
type GatedRows = (
  activation: number,
  gate: number,
  limit: number,
  offset: number,
  rows: number,
  columns: number,
) => void;
type Copy = (from: number, count: number) => void;
type LongRow = (activation: number, columns: number, fetch: Copy, writeBack: Copy) => void;

interface Kernels {
  x(): Float32Array;
  gradient(): Float32Array;
  mask(): Float32Array;
  parameters(): Float32Array;
  value: Rows;
  derivative: Rows;
  backward: Rows;
  slopeBackward: Rows;
  gated: GatedRows;
  gatedBackward: GatedRows;
  training(activation: number, form: number, n: number, seed: number, first: number): void;
  longRowValue: LongRow;
  longRowBackward: LongRow;
  attention(
    form: number,
    rows: number,
    columns: number,
    keys: number,
    step: number,
    scale: number,
    sink: number,
    zeros: boolean,
  ): void;
  longAttention(
    form: number,
    columns: number,
    scale: number,
    sink: number,
    zeros: boolean,
    fetch: Copy,
    writeBack: Copy,
  ): void;
  kinks(activation: number): number;
}

/** The option of instantiate(): makes an instance with `imports` synchronously, and passes it to `receive`. */
interface Start {
  // Without TypeScript's types of WebAssembly, which belong to its DOM types: programs for Node.js may lack them.
  instantiateWasm: (
    imports: Record<string, Record<string, () => void>>,
    receive: (instance: object) => object,
  ) => object;
}

export type { Kernels, Start };

export default function instantiate(module: Start): Kernels;
