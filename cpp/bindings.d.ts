// The exports of bindings.cpp, for TypeScript. The build copies this file beside the module.
type Rows = (activation: number, rows: number, columns: number, width: number) => void;
type Copy = (from: number, count: number) => void;
type LongRow = (activation: number, columns: number, fetch: Copy, writeBack: Copy) => void;

interface Kernels {
  x(): Float32Array;
  gradient(): Float32Array;
  parameters(): Float32Array;
  value: Rows;
  derivative: Rows;
  backward: Rows;
  slopeBackward: Rows;
  training(activation: number, form: number, n: number, seed: number, first: number): void;
  longRowValue: LongRow;
  longRowBackward: LongRow;
  kinks(activation: number): number;
}

/** How a module is instantiated, synchronously: `receive` takes an instance with these imports. */
interface Start {
  // Without WebAssembly's own types: a program for Node need not have them.
  instantiateWasm: (
    imports: Record<string, Record<string, () => void>>,
    receive: (instance: object) => object,
  ) => object;
}

export type { Kernels, Start };

export default function instantiate(module: Start): Kernels;
